import { bytesOf, concat, latin1 } from '../../bytes'
import type { LogRow } from '../../log/row'
import type { SlotName } from '../../modem/slot-names'
import { commandKey } from './command-key'
import type { Exchanges, Played } from './played'
import { noSuchSlot, recordingInTurns, type Exchange, type Recording } from './recording'

/** Exchanges in few large pieces of memory: they go from thread to thread at once, and are no work for whoever tidies memory. */
interface PackedExchanges {
  /** Each exchange as JSON, an octet a character, those that are alike once. */
  readonly octets: Uint8Array
  /** Where the exchange of a number begins and ends there. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** The commands without what makes no difference, and for each the numbers of its exchanges: up to `ends[n]` in `order`. */
  readonly keys: readonly string[]
  readonly order: Uint32Array
  readonly ends: Uint32Array
}

type PackedRecording = Omit<Recording, 'exchanges'> & PackedExchanges

/** All that a log can be replayed from: a recording of each slot with an exchange. */
export interface PackedReplay {
  readonly name: string
  readonly slots: readonly SlotName[]
  readonly recordings: readonly PackedRecording[]
}

const mostAlike = 10_000
const exchangesAtOnce = 200

/** `slot`: one that must be there. Rejects with Fault('replay-empty') for a log without a command, or without one in that slot. */
export async function packedReplay(
  rows: readonly LogRow[],
  { name, slot }: { readonly name: string; readonly slot?: SlotName },
  breathe: () => Promise<void>,
): Promise<PackedReplay> {
  const first = await recordingInTurns(
    rows,
    slot === undefined ? { name } : { name, slot },
    breathe,
  )
  const recordings = [await packed(first, breathe)]
  for (const other of first.slots)
    if (other !== first.slot)
      recordings.push(
        await packed(await recordingInTurns(rows, { name, slot: other }, breathe), breathe),
      )
  return { name, slots: first.slots, recordings }
}

/** What is acted in the end: of the slot that is asked for, or of the first. */
export function unpacked({ name, slots, recordings }: PackedReplay, slot?: SlotName): Played {
  const wanted = slot ?? slots[0]
  const found = recordings.find((one) => one.slot === wanted)
  if (!found) throw noSuchSlot(name, slots, wanted)
  const { octets, from, to, keys, order, ends, ...recording } = found
  return { ...recording, exchanges: unpackedExchanges({ octets, from, to, keys, order, ends }) }
}

/** The memory that goes with it from one thread to another. */
export function memoryOf({ recordings }: PackedReplay): ArrayBufferLike[] {
  return recordings.flatMap(({ octets, from, to, order, ends }) =>
    [octets, from, to, order, ends].map(({ buffer }) => buffer),
  )
}

function unpackedExchanges({ octets, from, to, keys, order, ends }: PackedExchanges): Exchanges {
  const groups = keys.map((key, at): [string, Uint32Array] => [
    key,
    order.subarray(at === 0 ? 0 : ends[at - 1], ends[at]),
  ])
  return {
    byKey: new Map(groups),
    at(number) {
      return JSON.parse(latin1(octets.subarray(from[number], to[number]))) as Exchange
    },
  }
}

async function packed(
  { exchanges, ...recording }: Recording,
  breathe: () => Promise<void>,
): Promise<PackedRecording> {
  const writer = new Writer(exchanges.length)
  const groups = new Map<string, number[]>()
  for (const [number, exchange] of exchanges.entries()) {
    if (number % exchangesAtOnce === 0) await breathe()
    writer.write(number, inOctets(JSON.stringify(exchange)))
    const key = commandKey(exchange.command)
    const group = groups.get(key)
    if (group) group.push(number)
    else groups.set(key, [number])
  }
  const order = new Uint32Array(exchanges.length)
  const ends = new Uint32Array(groups.size)
  let end = 0
  for (const [at, group] of [...groups.values()].entries()) {
    order.set(group, end)
    end += group.length
    ends[at] = end
  }
  return { ...recording, ...writer.end(), keys: [...groups.keys()], order, ends }
}

/** JSON says any character by its number, too (RFC 8259, 7). */
const inOctets = (json: string) =>
  json.replace(
    /[^\0-\xff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Texts behind each other, and where each of them is. */
class Writer {
  readonly #from: Uint32Array
  readonly #to: Uint32Array
  readonly #pieces: Uint8Array[] = []
  /** By their text: the number of one that was written. */
  readonly #alike = new Map<string, number>()
  #length = 0

  constructor(count: number) {
    this.#from = new Uint32Array(count)
    this.#to = new Uint32Array(count)
  }

  write(number: number, text: string): void {
    const same = this.#alike.get(text)
    this.#from[number] = same === undefined ? this.#length : (this.#from[same] ?? 0)
    if (same === undefined) this.#add(text, number)
    this.#to[number] = same === undefined ? this.#length : (this.#to[same] ?? 0)
  }

  end(): Pick<PackedExchanges, 'octets' | 'from' | 'to'> {
    return { octets: concat(this.#pieces), from: this.#from, to: this.#to }
  }

  #add(text: string, number: number): void {
    if (this.#alike.size >= mostAlike) this.#alike.clear()
    this.#alike.set(text, number)
    const piece = bytesOf(text)
    this.#length += piece.length
    this.#pieces.push(piece)
  }
}

import { concat, latin1 } from '../bytes'
import type { SimulatedCard } from './card'
import { filesOf, isUsim } from './card-files'
import type { CardFile } from './card-files'
import type { Provider } from './providers'
import type { CardAnswer, CardCommand } from './card-command'

const nothing: Uint8Array = new Uint8Array(0)
const says = (status: number, data: Uint8Array = nothing): CardAnswer => ({ status, data })
const DONE = 0x9000
const NOT_FOUND = says(0x6a82)
const WRONG_LENGTH = says(0x6700)
const NO_RECORD = says(0x6a83)
const NOT_ALLOWED = says(0x6982)
const WRONG_KIND = says(0x6981)
const UNKNOWN = says(0x6d00)

/** Commands of ETSI TS 102 221, 11, to one card: files, PINs and their counters. */
export class CardReader {
  readonly #card: SimulatedCard
  readonly #providerOf: (imsi: string) => Provider | undefined
  /** Each subscriber's: what was written there stays while another one has the card, and while it is out. */
  readonly #kept = new Map<string, readonly CardFile[]>()
  #selected: CardFile | undefined
  #pin2Tries = 3
  constructor(card: SimulatedCard, providerOf: (imsi: string) => Provider | undefined) {
    this.#card = card
    this.#providerOf = providerOf
  }
  get #files(): readonly CardFile[] {
    const { data } = this.#card
    if (!data) return []
    const files = this.#kept.get(data.iccid) ?? filesOf(data, this.#providerOf(data.imsi))
    this.#kept.set(data.iccid, files)
    return files
  }
  file(id: number): CardFile | undefined {
    return this.#files.find((one) => one.id === id)
  }
  get pin2Tries(): number {
    return this.#pin2Tries
  }
  /** A command on a file, as AT+CRSM sends it. */
  onFile(id: number, command: CardCommand): CardAnswer {
    const file = this.file(id)
    return file ? this.#run(file, command) : NOT_FOUND
  }
  /** A command to the card as it is, as AT+CSIM sends it. */
  exchange(command: CardCommand): CardAnswer {
    switch (command.instruction) {
      case 0xa4:
        return this.#select(command)
      case 0x20:
        return this.#verify(command)
      case 0x2c:
        return this.#unblock(command)
      case 0xf2:
        return says(DONE)
      default:
        return this.#selected ? this.#run(this.#selected, command) : says(0x6986)
    }
  }

  #select({ p1, data }: CardCommand): CardAnswer {
    if (p1 === 4) return isUsim(data) ? says(DONE) : NOT_FOUND
    const id = ((data.at(-2) ?? 0) << 8) | (data.at(-1) ?? 0)
    // The master file and the directories of USIM and telecom.
    if ([0x3f00, 0x7fff, 0x7ff0, 0x7f10, 0x7f20].includes(id)) return says(DONE)
    const file = this.file(id)
    if (!file) return NOT_FOUND
    this.#selected = file
    return says(DONE, control(file))
  }
  #run(file: CardFile, command: CardCommand): CardAnswer {
    const open = this.#card.state === 'ready'
    switch (command.instruction) {
      case 0xb0:
        if (!file.open && !open) return NOT_ALLOWED
        return file.recordLength ? WRONG_KIND : part(file.data, offsetOf(command), command.expected)
      case 0xb2:
        if (!file.open && !open) return NOT_ALLOWED
        return this.#record(file, command)
      case 0xc0:
        return says(DONE, control(file))
      case 0xd6:
      case 0xdc:
        return file.own && open ? this.#write(file, command) : NOT_ALLOWED
      case 0xf2:
        return says(DONE, control(file))
      default:
        return UNKNOWN
    }
  }
  #record({ data, recordLength }: CardFile, { p1, expected }: CardCommand): CardAnswer {
    if (!recordLength) return WRONG_KIND
    const record = data.subarray((p1 - 1) * recordLength, p1 * recordLength)
    return p1 < 1 || record.length === 0 ? NO_RECORD : part(record, 0, expected)
  }
  #write(file: CardFile, { instruction, p1, p2, data }: CardCommand): CardAnswer {
    const record = file.recordLength
    if ((instruction === 0xdc) !== (record !== undefined)) return WRONG_KIND
    const at = record === undefined ? offsetOf({ p1, p2 }) : (p1 - 1) * record
    if (at < 0 || at + data.length > file.data.length) return NO_RECORD
    file.data = file.data.slice()
    file.data.set(data, at)
    return says(DONE)
  }
  /** Without data it asks how many tries are left (102 221, 11.1.9). */
  #verify({ p2, data }: CardCommand): CardAnswer {
    const second = p2 === 0x81
    if (data.length > 0 && data.length !== 8) return WRONG_LENGTH
    if (data.length === 8 && second) this.#pin2Tries = Math.max(0, this.#pin2Tries - 1)
    if (data.length === 8 && !second && this.#card.enterPin(digits(data))) return says(DONE)
    const left = second ? this.#pin2Tries : this.#card.tries.pin
    return says(left === 0 ? 0x6983 : 0x63c0 | left)
  }
  #unblock({ p2, data }: CardCommand): CardAnswer {
    if (data.length > 0 && data.length !== 16) return WRONG_LENGTH
    const second = p2 === 0x81
    const [puk, pin] = [digits(data.subarray(0, 8)), digits(data.subarray(8))]
    if (data.length === 16 && !second && this.#card.enterPuk(puk, pin)) return says(DONE)
    const left = second ? 10 : this.#card.tries.puk
    return says(left === 0 ? 0x6983 : 0x63c0 | left)
  }
}

const offsetOf = ({ p1, p2 }: { p1: number; p2: number }) => (p1 << 8) | p2
const digits = (data: Uint8Array) => latin1(data).replace(/\xff+$/, '')

function part(data: Uint8Array, from: number, expected: number): CardAnswer {
  if (from >= data.length) return says(0x6b00)
  const rest = data.subarray(from)
  // Too many octets are asked for: the card names the right number.
  if (expected > rest.length) return says(0x6c00 | rest.length)
  return says(DONE, expected === 0 ? rest : rest.subarray(0, expected))
}

/** The control parameters of a file: kind, identifier, state, size (102 221, 11.1.1.3). */
function control({ id, data, recordLength }: CardFile): Uint8Array {
  const kind = recordLength
    ? [0x82, 5, 0x42, 0x21, 0, recordLength, data.length / recordLength]
    : [0x82, 2, 0x41, 0x21]
  const size = [0x80, 2, data.length >> 8, data.length & 0xff]
  const body = Uint8Array.from([...kind, 0x83, 2, id >> 8, id & 0xff, 0x8a, 1, 5, ...size])
  return concat([Uint8Array.of(0x62, body.length), body])
}

import { concat, latin1 } from '../../bytes'
import { ipProtocols, uint32 } from '../../ip/packet'
import { matches } from './matches'
import { mqttLogin } from './mqtt-login'
import type { PacketIn, Stretch } from './packet-in'

interface Span {
  readonly start: number
  readonly end: number
}
/** Finds what is to be hidden in a text. */
export type Look = (text: string) => readonly Span[]

/** The end of what went one way in a TCP connection, as far as something may go on from it. */
interface Tail {
  /** The sequence numbers of its first octet, and of the one that comes next. */
  readonly from: number
  readonly next: number
  readonly octets: Uint8Array
  /** Places in `octets` at which a packet began that may be a message of MQTT. */
  readonly begun: readonly number[]
}

const mostConnections = 64
/** So many stretches of one direction may wait for what was lost between them. */
const mostTails = 4
/** A header, a token or a login of MQTT may go on over so many octets. */
const mostOctets = 4096
/** So far before a value its name stands. */
const nameOctets = 256
const connect = 0x10

/** Follows what TCP connections carry from packet to packet, each direction by itself: a login may be cut anywhere. */
export class PacketStreams {
  readonly #tails = new Map<string, readonly Tail[]>()

  /** Places in the frame; of what began in packets before only what stands in this one. */
  logins(frame: Uint8Array, packet: PacketIn, look: Look): Stretch[] {
    const { content, end, transport, protocol, sumAt } = packet
    const octets = frame.subarray(content, end)
    if (octets.length === 0) return []
    const inFrame = (stretches: readonly Stretch[], before: number) =>
      stretches.flatMap(([from, to]): Stretch[] => {
        const [first, last] = [Math.max(0, from - before), Math.min(to - before, octets.length)]
        return last > first ? [[content + first, content + last]] : []
      })
    // Only what has a header of TCP says where it goes on.
    if (protocol !== ipProtocols.tcp || sumAt === undefined)
      return inFrame([...mqttLogin(octets), ...inText(octets, 0, look)], 0)
    const key = connectionOf(frame, packet)
    const seq = uint32(frame, transport + 4)
    const tails = this.#tails.get(key) ?? []
    const tail = tails.find((one) => behind(one.from, seq) <= behind(one.from, one.next))
    const before = tail ? tail.octets.subarray(0, behind(tail.from, seq)) : new Uint8Array()
    const joined = before.length > 0 ? concat([before, octets]) : octets
    const begun = (tail?.begun ?? []).filter((at) => at < before.length)
    if (octets[0] === connect) begun.push(before.length)
    const logins = begun.flatMap((at) =>
      mqttLogin(joined.subarray(at)).map(([from, to]): Stretch => [at + from, at + to]),
    )
    const texts = inText(joined, before.length, look)
    this.#keep(key, tails, tail, tailOf(joined, (seq + octets.length) >>> 0, begun, texts))
    return inFrame([...logins, ...texts], before.length)
  }

  #keep(key: string, tails: readonly Tail[], old: Tail | undefined, tail: Tail): void {
    // Sent again: what came behind it is known already.
    const again = old !== undefined && behind(old.from, tail.next) < behind(old.from, old.next)
    const others = tails.filter((one) => one !== old)
    this.#tails.delete(key)
    this.#tails.set(key, again ? tails : [tail, ...others].slice(0, mostTails))
    const [oldest] = this.#tails.keys()
    if (this.#tails.size > mostConnections && oldest !== undefined) this.#tails.delete(oldest)
  }
}

/** How far a sequence number is behind another one; they begin anew at 2^32 (RFC 9293, 3.4). */
const behind = (one: number, other: number): number => (other - one) >>> 0

function connectionOf(frame: Uint8Array, { at, transport, addressesAt }: PacketIn): string {
  const addresses = frame.subarray(at + addressesAt[0], at + addressesAt[1])
  return latin1(concat([addresses, frame.subarray(transport, transport + 4)]))
}

/** What has to be known when it goes on: the end of a text with a value that is open, and a message of MQTT from its beginning. */
function tailOf(
  joined: Uint8Array,
  next: number,
  begun: readonly number[],
  texts: readonly Stretch[],
): Tail {
  const open = [
    ...texts.filter(([, to]) => to >= joined.length).map(([from]) => from - nameOctets),
    ...begun.filter((at) => isOpen(joined.subarray(at))),
  ]
  let letters = joined.length
  while (letters > joined.length - nameOctets && isLetter(joined[letters - 1])) letters--
  const from = Math.max(0, joined.length - mostOctets, Math.min(letters, ...open))
  const kept = begun.filter((at) => at >= from).map((at) => at - from)
  const octets = joined.slice(from)
  return { from: (next - octets.length) >>> 0, next, octets, begun: kept }
}

const isLetter = (octet = 0): boolean => octet === 9 || (octet >= 0x20 && octet !== 0x7f)

/** A message of MQTT of which more is to come: its length stands in up to four octets behind the first. */
function isOpen(octets: Uint8Array): boolean {
  let [length, place] = [0, 1]
  for (let octet = 0x80; octet >= 0x80 && place <= 4; place++) {
    const next = octets[place]
    if (next === undefined) return true
    octet = next
    length += (octet & 0x7f) * 128 ** (place - 1)
  }
  return octets.length < place + length
}

/** Runs of letters. */
const run = /[\t\x20-\x7e\x80-\xff]+/g
/** What is shorter says nothing by its name. */
const shortest = 4

/** What of the text reaches into the octets behind `before`. */
function inText(octets: Uint8Array, before: number, look: Look): Stretch[] {
  const text = latin1(octets)
  return matches(run, text).flatMap(({ 0: said, index }) => {
    const end = index + said.length
    if (end <= before || said.length < shortest) return []
    const found = look(said)
    const more = end === text.length ? unfinished(said, look) : []
    return [...found, ...more].map((one): Stretch => [index + one.start, index + one.end])
  })
}

/** What a value that is cut off here may go on with: letters as a token has; digits up to an identity, whatever its check digit. */
function onwards(word: string): string[] {
  const digits = /\d*$/.exec(word)?.[0].length ?? 0
  const lengths = digits > 0 ? identityDigits.filter((length) => length > digits) : []
  const missing = lengths.map((length) => '0'.repeat(length - digits))
  return ['aB3dE5fG7hJ9kL2m', ...missing, ...missing.map((zeros) => zeros.replace(/.$/, '1'))]
}

/** IMEI and IMSI, ICCID. */
const identityDigits = [15, 19] as const

/** A value whose name stands before it and whose end is yet to come: too short so far to be told by itself. */
function unfinished(text: string, look: Look): Span[] {
  const word = /[^\s"'=:,;&?{}]*$/.exec(text)?.[0] ?? ''
  if (word === '') return []
  return onwards(word).flatMap((more) => {
    // What is told by its looks alone looks so because of what was added.
    if (look(`x ${word}${more} x`).length > 0) return []
    return look(text + more)
      .filter(({ start, end }) => start < text.length && end > text.length)
      .map(({ start }) => ({ start, end: text.length }))
  })
}

import { concat, latin1 } from '../../bytes'
import { ipProtocols, uint32 } from '../../ip/packet'
import type { PacketIn, Stretch } from './packet-in'
import { cutTail, followed, noTail, type Hidden, type Look, type StreamTail } from './stream-tail'

export type { Look } from './stream-tail'

/** The end of what went one way in a TCP connection. */
interface Tail {
  /** The sequence numbers of its first octet, and of the one that comes next. */
  readonly from: number
  readonly next: number
  readonly stream: StreamTail
}

const mostConnections = 64
/** So many stretches of one direction may wait for what was lost between them. */
const mostTails = 4

/** Follows what TCP connections carry from packet to packet, each direction by itself: a login may be cut anywhere. */
export class PacketStreams {
  readonly #tails = new Map<string, readonly Tail[]>()

  /** Places in the frame; of what began in packets before only what stands in this one. */
  logins(frame: Uint8Array, packet: PacketIn, look: Look): Stretch[] {
    const { content, end, transport, protocol, sumAt } = packet
    const octets = frame.subarray(content, end)
    if (octets.length === 0) return []
    const inFrame = (hidden: readonly Hidden[]) =>
      hidden.map(({ from, to }): Stretch => [content + from, content + to])
    // Only what has a header of TCP says where it goes on.
    if (protocol !== ipProtocols.tcp || sumAt === undefined)
      return inFrame(followed(noTail, octets, look).found)
    const key = connectionOf(frame, packet)
    const seq = uint32(frame, transport + 4)
    const tails = this.#tails.get(key) ?? []
    const old = tails.find((one) => behind(one.from, seq) <= behind(one.from, one.next))
    const before = old ? cutTail(old.stream, behind(old.from, seq)) : noTail
    const { found, tail } = followed(before, octets, look)
    const next = (seq + octets.length) >>> 0
    this.#keep(key, tails, old, { from: (next - tail.octets.length) >>> 0, next, stream: tail })
    return inFrame(found)
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

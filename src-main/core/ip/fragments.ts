import type { Cancel, Clock } from '../ports/clock'
import type { Fragment, IpOutgoing, IpPacket } from './packet'

/** RFC 8200 4.5; RFC 1122 3.3.2 lets IPv4 take as long. */
const patienceMs = 60_000
/** Datagrams under way: more are a flood, or a peer that loses nearly all. */
const mostWaiting = 32
/** The length fields of both families end here. */
export const longestPacket = 65_535

interface Piece {
  readonly at: number
  readonly octets: Uint8Array
}

interface Waiting {
  readonly pieces: Piece[]
  /** Of the whole payload; undefined until its last piece came. */
  length?: number
  readonly late: Cancel
}

/** Puts datagrams together that came in pieces (RFC 791 3.2, RFC 8200 4.5). */
export class FragmentStore {
  readonly #clock: Clock
  readonly #drop: (reason: string) => void
  readonly #waiting = new Map<string, Waiting>()

  constructor(clock: Clock, drop: (reason: string) => void) {
    this.#clock = clock
    this.#drop = drop
  }

  /** The whole packet with its last missing piece; undefined until then. */
  take(packet: IpPacket, fragment: Fragment): IpPacket | undefined {
    const { payload } = packet
    const { id, at, more } = fragment
    const key = `${packet.src} ${packet.dst} ${packet.protocol} ${id}`
    const end = at + payload.length
    if (end > longestPacket) return this.#refuse(key, 'a fragment beyond the longest packet')
    if (more && payload.length % 8 !== 0) return this.#refuse(key, 'a fragment of odd length')
    const waiting = this.#waiting.get(key) ?? this.#begin(key)
    if (waiting.pieces.some((one) => one.at === at && one.octets.length === payload.length))
      return undefined
    // RFC 5722: pieces that overlap are an attack, or of two datagrams.
    const overlaps = waiting.pieces.some((one) => one.at < end && at < one.at + one.octets.length)
    const outside = waiting.length !== undefined && (end > waiting.length || !more)
    if (overlaps || outside) return this.#refuse(key, 'fragments that overlap')
    waiting.pieces.push({ at, octets: payload.slice() })
    if (!more) waiting.length = end
    const whole = wholeOf(waiting)
    if (!whole) return undefined
    this.#forget(key)
    const { fragment: _piece, ...rest } = packet
    return { ...rest, payload: whole }
  }

  #begin(key: string): Waiting {
    const [oldest] = this.#waiting.keys()
    if (this.#waiting.size >= mostWaiting && oldest !== undefined)
      this.#refuse(oldest, 'too many datagrams in pieces at once')
    const late = this.#clock.schedule(patienceMs, () =>
      this.#refuse(key, 'a datagram of which pieces are missing'),
    )
    const waiting: Waiting = { pieces: [], late }
    this.#waiting.set(key, waiting)
    return waiting
  }

  #refuse(key: string, reason: string): undefined {
    this.#forget(key)
    this.#drop(reason)
    return undefined
  }

  #forget(key: string): void {
    this.#waiting.get(key)?.late()
    this.#waiting.delete(key)
  }

  close(): void {
    for (const key of [...this.#waiting.keys()]) this.#forget(key)
  }
}

function wholeOf({ pieces, length }: Waiting): Uint8Array | undefined {
  const have = pieces.reduce((sum, { octets }) => sum + octets.length, 0)
  // They do not overlap: with that many octets nothing is missing.
  if (length === undefined || have !== length) return undefined
  const whole = new Uint8Array(length)
  for (const { at, octets } of pieces) whole.set(octets, at)
  return whole
}

/** A packet in pieces whose payloads take `room` octets each. */
export function piecesOf(packet: IpOutgoing, room: number, id: number): IpOutgoing[] {
  const { payload } = packet
  const step = room & ~7
  return Array.from({ length: Math.ceil(payload.length / step) }, (_, i) => {
    const at = i * step
    const more = at + step < payload.length
    return { ...packet, payload: payload.subarray(at, at + step), fragment: { id, at, more } }
  })
}

import { concat } from '../bytes'
import type { Cancel, Clock } from '../ports/clock'
import { Reassembly } from './reassembly'
import { add, ahead } from './sequence'

const delayMs = 40
/** Shorter segments are messages, not a stream: what carries them is not asked to wait for the answer. */
const leastSegment = 256
export const receiveLimit = 256 * 1024

export interface ReceiverOptions {
  readonly clock: Clock
  readonly mss: number
  /** Number of the first octet expected. */
  readonly next: number
  acknowledge(): void
  disordered(): void
  /** Something can be read, or the end was reached. */
  readable(): void
}

/** The receiving half of a connection: puts octets in order, acknowledges, and holds back when nobody reads. */
export class TcpReceiver {
  readonly #o: ReceiverOptions
  readonly #early = new Reassembly()
  #next: number
  #chunks: Uint8Array[] = []
  #unread = 0
  #finAt: number | undefined
  #ended = false
  #unacknowledged = 0
  /** Since when; told by the first octet that is not. */
  #sinceUs = 0
  #announced = receiveLimit
  /** The longest segment so far: what the other side sends full, which may be less than we would take. */
  #segment = leastSegment
  /** It is time to acknowledge, once all that came together was taken. */
  #due = false
  #timer: Cancel | undefined

  constructor(options: ReceiverOptions) {
    this.#o = options
    this.#next = options.next
  }

  get next(): number {
    return this.#next
  }
  /** The other side has sent all there is, and all of it arrived. */
  get ended(): boolean {
    return this.#ended
  }
  get window(): number {
    return Math.max(0, receiveLimit - this.#unread)
  }

  /** Called with each acknowledgement that goes out, whoever carries it. */
  announced(): void {
    this.#announced = this.window
    this.#unacknowledged = 0
    this.#due = false
  }

  /** Whether a segment lies in the window at all (RFC 9293 3.4). */
  accepts(seq: number, length: number): boolean {
    const from = ahead(seq, this.#next)
    if (length === 0) return from >= -receiveLimit && from <= this.window
    return from + length > 0 && from < Math.max(1, this.window)
  }

  take(seq: number, data: Uint8Array, fin: boolean): void {
    if (data.length > this.#segment) this.#segment = Math.min(data.length, this.#o.mss)
    const from = ahead(seq, this.#next)
    const within = data.subarray(0, Math.max(0, this.window - from))
    if (fin && within.length === data.length) this.#finAt = add(seq, data.length)
    if (from > 0) return this.#takeEarly(seq, within)
    if (within.length + from > 0) this.#deliver(within.subarray(-from))
    else if (data.length > 0) return this.#odd()
    for (;;) {
      const more = this.#early.takeFrom(this.#next)
      if (!more) break
      this.#deliver(more)
    }
    this.#finish(fin)
    this.#acknowledgeSoon(this.#early.size > 0 || fin || from < 0)
  }

  #takeEarly(seq: number, data: Uint8Array): void {
    if (data.length > 0) this.#early.add(seq, data)
    this.#odd()
  }

  /** Out of turn or known already: the sender must learn at once where we stand. */
  #odd(): void {
    this.#o.disordered()
    this.#o.acknowledge()
  }

  #deliver(data: Uint8Array): void {
    if (data.length === 0 || this.#ended) return
    // Not copied: a packet belongs to who takes it from the link.
    this.#chunks.push(data)
    this.#unread += data.length
    if (this.#unacknowledged === 0) this.#sinceUs = this.#o.clock.monotonicUs()
    this.#unacknowledged += data.length
    this.#next = add(this.#next, data.length)
    this.#o.readable()
  }

  #finish(fin: boolean): void {
    if (this.#finAt !== this.#next || this.#ended) return
    this.#ended = true
    this.#next = add(this.#next, 1)
    this.#o.readable()
    if (!fin) this.#o.acknowledge()
  }

  /** At least every second full segment (RFC 9293 3.8.6.3), but once for all that came in one read of the line. */
  #acknowledgeSoon(atOnce: boolean): void {
    if (atOnce) return this.#o.acknowledge()
    if (this.#unacknowledged >= 2 * this.#segment) return this.#acknowledgeTogether()
    if (this.#unacknowledged > 0 && !this.#timer) this.#acknowledgeIn(delayMs)
  }

  #acknowledgeTogether(): void {
    if (this.#due) return
    this.#due = true
    // The packets of one read are taken one behind the other, before anything that waits gets its turn.
    void Promise.resolve().then(() => {
      if (this.#due) this.#o.acknowledge()
    })
  }

  /** One timer runs on whatever is acknowledged meanwhile; it looks again for what came since. */
  #acknowledgeIn(ms: number): void {
    this.#timer = this.#o.clock.schedule(ms, () => {
      this.#timer = undefined
      if (this.#unacknowledged === 0) return
      const waitedMs = (this.#o.clock.monotonicUs() - this.#sinceUs) / 1000
      if (waitedMs >= delayMs) this.#o.acknowledge()
      else this.#acknowledgeIn(delayMs - waitedMs)
    })
  }

  /** All that can be read now, in order; undefined when there is nothing. */
  read(): Uint8Array | undefined {
    if (this.#chunks.length === 0) return undefined
    const chunks = this.#chunks.splice(0)
    const [first] = chunks
    const chunk = chunks.length === 1 && first ? first : concat(chunks)
    this.#unread -= chunk.length
    const gained = this.window - this.#announced
    if (gained >= receiveLimit / 2 || (this.#announced < 2 * this.#o.mss && gained > this.#o.mss))
      this.#o.acknowledge()
    return chunk
  }

  stop(): void {
    this.#due = false
    this.#timer?.()
    this.#timer = undefined
  }
}

import type { Cancel, Clock } from '../ports/clock'
import { ByteQueue } from './byte-queue'
import { Congestion } from './congestion'
import { RoundTrip } from './rtt'
import { add, ahead } from './sequence'

const maxRetries = 8

export interface SenderOptions {
  readonly clock: Clock
  /** Number of the first octet. */
  readonly firstSeq: number
  readonly mss: number
  /** Puts a segment on the way; `fin` ends the stream behind `data`. */
  transmit(seq: number, data: Uint8Array, fin: boolean): void
  retransmitted(): void
  /** Nothing was acknowledged for so long that the connection is dead. */
  dead(): void
}

/** The sending half of a connection: what is not acknowledged yet goes again (RFC 9293 3.8, RFC 6298, RFC 6582). */
export class TcpSender {
  readonly #o: SenderOptions
  readonly #queue = new ByteQueue()
  readonly #congestion: Congestion
  #mss: number
  readonly roundTrip: RoundTrip
  /** First octet not acknowledged, next to send, and the furthest ever sent. */
  #una: number
  #next: number
  #furthest: number
  #window = 0
  #ending = false
  #finAcked = false
  #retries = 0
  #duplicates = 0
  /** While fast recovery lasts: what must be acknowledged before it ends. */
  #recoverTo: number | undefined
  #timed: { seq: number; atUs: number } | undefined
  #timer: Cancel | undefined

  constructor(options: SenderOptions, roundTrip: RoundTrip) {
    this.#o = options
    this.roundTrip = roundTrip
    this.#una = this.#next = this.#furthest = options.firstSeq
    this.#mss = options.mss
    this.#congestion = new Congestion(options.mss)
  }

  get next(): number {
    return this.#next
  }
  get mss(): number {
    return this.#mss
  }
  /** Octets accepted and not acknowledged. */
  get held(): number {
    return this.#queue.length
  }
  /** The end of the stream, too, is acknowledged. */
  get finished(): boolean {
    return this.#finAcked
  }

  append(data: Uint8Array): void {
    this.#queue.append(data)
    this.flush()
  }

  end(): void {
    this.#ending = true
    this.flush()
  }

  /** Segments have at most this much data from now on; what is under way goes again in such pieces. */
  shorten(mss: number): void {
    if (mss >= this.#mss) return
    this.#mss = mss
    this.#timed = undefined
    this.#next = this.#una
    this.flush()
  }

  /** Takes the window of any segment that is not old. */
  setWindow(window: number): void {
    const opened = this.#window === 0 && window > 0
    this.#window = window
    if (!opened) return
    this.#retries = 0
    // What went into the shut window as a probe was probably dropped.
    this.#next = this.#una
  }

  /** False: the number acknowledges what was never sent. */
  acknowledge(ack: number, pure: boolean, windowSame: boolean): boolean {
    if (ahead(ack, this.#furthest) > 0) return false
    const count = ahead(ack, this.#una)
    if (count > 0) this.#advance(ack, count)
    else if (count === 0 && pure && windowSame && this.#underWay > 0) this.#duplicate()
    this.flush()
    return true
  }

  get #underWay(): number {
    return ahead(this.#next, this.#una)
  }

  #advance(ack: number, count: number): void {
    const octets = Math.min(count, this.#queue.length)
    this.#queue.drop(octets)
    if (count > octets) this.#finAcked = true
    this.#una = ack
    if (ahead(this.#next, ack) < 0) this.#next = ack
    this.#retries = 0
    this.#measure(ack)
    this.#recover(ack, octets)
    this.#stopTimer()
    if (this.#underWay > 0) this.#startTimer()
  }

  #measure(ack: number): void {
    if (!this.#timed) return this.roundTrip.progress()
    if (ahead(ack, this.#timed.seq) < 0) return
    this.roundTrip.sample((this.#o.clock.monotonicUs() - this.#timed.atUs) / 1000)
    this.#timed = undefined
  }

  #recover(ack: number, octets: number): void {
    this.#duplicates = 0
    if (this.#recoverTo === undefined) return this.#congestion.acknowledged(octets)
    if (ahead(ack, this.#recoverTo) >= 0) {
      this.#recoverTo = undefined
      return this.#congestion.recovered()
    }
    // RFC 6582: a partial acknowledgement shows the next hole.
    this.#resend()
  }

  #duplicate(): void {
    this.#duplicates++
    if (this.#recoverTo !== undefined) return this.#congestion.duplicate()
    if (this.#duplicates !== 3) return
    this.#congestion.lossSeen(this.#underWay)
    this.#recoverTo = this.#furthest
    this.#resend()
  }

  /** The first segment that is not acknowledged, once more. */
  #resend(): void {
    this.#timed = undefined
    const data = this.#queue.peek(0, this.#mss)
    const fin = this.#ending && data.length === this.#queue.length && !this.#finAcked
    this.#o.retransmitted()
    this.#o.transmit(this.#una, data, fin)
  }

  /** Sends what the windows allow. */
  flush(): void {
    for (;;) {
      const sent = this.#underWay
      const finSent = this.#ending && sent > this.#queue.length
      const waiting = Math.max(0, this.#queue.length - sent)
      const room = Math.min(this.#window, this.#congestion.window) - sent
      const count = Math.min(waiting, this.#mss, Math.max(0, room))
      const last = count === waiting
      const fin = this.#ending && last && !finSent && !this.#finAcked
      // Neither crumbs into a small window (RFC 9293 3.8.6.2.1) nor nothing at all.
      if (count < Math.min(waiting, this.#mss) && sent > 0) break
      if (count === 0 && !fin) break
      this.#put(sent, count, fin)
    }
    if (!this.#timer && (this.#underWay > 0 || this.#stuck)) this.#startTimer()
  }

  /** Octets wait, none is under way, and the window is shut: it must be probed. */
  get #stuck(): boolean {
    return this.#queue.length > this.#underWay && this.#window <= this.#underWay
  }

  #put(offset: number, count: number, fin: boolean): void {
    const seq = this.#next
    const fresh = ahead(seq, this.#furthest) >= 0
    this.#next = add(seq, count + (fin ? 1 : 0))
    if (fresh) {
      this.#furthest = this.#next
      // Karn: only what was sent once tells the round trip.
      this.#timed ??= { seq: this.#next, atUs: this.#o.clock.monotonicUs() }
    } else this.#o.retransmitted()
    if (ahead(this.#next, this.#furthest) > 0) this.#furthest = this.#next
    this.#o.transmit(seq, this.#queue.peek(offset, count), fin)
  }

  #startTimer(): void {
    this.#stopTimer()
    this.#timer = this.#o.clock.schedule(this.roundTrip.timeoutMs, () => this.#late())
  }

  #late(): void {
    this.#timer = undefined
    const probing = this.#window === 0
    if (++this.#retries > (probing ? 4 * maxRetries : maxRetries)) return this.#o.dead()
    this.#timed = undefined
    this.roundTrip.double()
    if (probing) this.#probe()
    else this.#goBack()
    if (!this.#timer) this.#startTimer()
  }

  /** RFC 9293 3.8.6.1: one octet into a shut window, since the update that opens it may be lost. */
  #probe(): void {
    const data = this.#queue.peek(0, 1)
    if (ahead(add(this.#una, data.length), this.#furthest) > 0)
      this.#furthest = add(this.#una, data.length)
    if (this.#underWay < data.length) this.#next = add(this.#una, data.length)
    this.#o.retransmitted()
    this.#o.transmit(this.#una, data, this.#ending && this.#queue.length === 0)
  }

  #goBack(): void {
    this.#congestion.timedOut(this.#underWay)
    this.#recoverTo = undefined
    this.#duplicates = 0
    this.#next = this.#una
    this.flush()
  }

  #stopTimer(): void {
    this.#timer?.()
    this.#timer = undefined
  }

  stop(): void {
    this.#stopTimer()
  }
}

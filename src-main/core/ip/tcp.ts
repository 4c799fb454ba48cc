import { Fault } from '../fault'
import type { Cancel } from '../ports/clock'
import { quoted, type Words } from '../words'
import { Gate } from './gate'
import { RoundTrip } from './rtt'
import { add, ahead } from './sequence'
import { TcpReceiver, receiveLimit } from './tcp-receiver'
import { flags, type Segment } from './tcp-segment'
import { TcpSender } from './tcp-sender'
import type { Endpoint } from '../ports/stream'
import type { TcpCounters, TcpOptions, TcpState } from './tcp-types'
import { neverEndedItsSide, acknowledgesNoMore, noAnswerToSyn } from './words'

export type { TcpCounters, TcpState } from './tcp-types'

const windowScale = 3
const sendLimit = 256 * 1024
const maxSyns = 6
/** Data in a packet of 576 octets, the least an IPv4 link must carry whole to be of use. */
const leastSegment = 536
const timeWaitMs = 4_000
/** How long we wait for the other side's FIN after ours was acknowledged and nobody reads any more. */
const finWaitMs = 60_000

/** One TCP connection (RFC 9293, a subset without urgent data and SACK). */
export class TcpConnection {
  readonly #o: TcpOptions
  readonly #readable = new Gate()
  readonly #writable = new Gate()
  readonly #roundTrip = new RoundTrip()
  readonly counters: TcpCounters = {
    bytesIn: 0,
    bytesOut: 0,
    segmentsIn: 0,
    segmentsOut: 0,
    retransmitted: 0,
    disordered: 0,
  }
  #state: TcpState
  #sender: TcpSender | undefined
  #receiver: TcpReceiver | undefined
  #peerScale = 0
  #scaling = false
  #peerWindow = 0
  #windowSeq = 0
  #windowAck = 0
  #timer: Cancel | undefined
  #syns = 0
  #peerSyn: Segment | undefined
  #fault: Fault | undefined
  #finish: () => void = () => undefined
  #ended = false
  /** Resolves when the connection is gone, for whatever reason. */
  readonly closed: Promise<void>

  /** `syn`: the segment a listener answers; left out, we connect. */
  constructor(options: TcpOptions, syn?: Segment) {
    this.#o = options
    this.closed = new Promise((resolve) => {
      this.#finish = resolve
    })
    this.#state = syn ? 'syn-received' : 'syn-sent'
    if (syn) this.#meet(syn)
  }

  /** Sends the first SYN, or the answer to it. */
  start(): void {
    this.#sendSyn()
  }

  get state(): TcpState {
    return this.#state
  }
  get local(): Endpoint {
    return this.#o.local
  }
  get remote(): Endpoint {
    return this.#o.remote
  }
  /** Octets written that the other side has not acknowledged yet. */
  get unacknowledged(): number {
    return this.#sender?.held ?? 0
  }
  /** The longest segment that the other side takes, as its SYN says; undefined where it says nothing. */
  get peerMss(): number | undefined {
    return this.#peerSyn?.mss
  }
  /** The most data a segment of ours has; less than before once a router said that they are too long. */
  get segmentOctets(): number {
    return this.#sender?.mss ?? this.#o.mss
  }
  get roundTripMs(): number | undefined {
    return this.#roundTrip.smoothedMs
  }

  /** The next octets, in order; undefined at the end of the stream. Rejects when the connection broke. */
  async read(signal?: AbortSignal): Promise<Uint8Array | undefined> {
    for (;;) {
      const chunk = this.#receiver?.read()
      if (chunk) {
        this.counters.bytesIn += chunk.length
        return chunk
      }
      if (this.#receiver?.ended) return undefined
      if (this.#fault) throw this.#fault
      if (this.#state === 'closed') return undefined
      await this.#readable.wait(signal)
    }
  }

  /** Resolves when all octets are accepted for sending; waits while too many are on their way. */
  async write(data: Uint8Array, signal?: AbortSignal): Promise<void> {
    let at = 0
    while (at < data.length) {
      if (this.#fault) throw this.#fault
      if (this.#ended || this.#state === 'closed') throw new Fault('tcp-closed')
      const room = this.#sender ? sendLimit - this.#sender.held : 0
      if (room <= 0) {
        await this.#writable.wait(signal)
        continue
      }
      const part = data.subarray(at, at + room)
      this.counters.bytesOut += part.length
      at += part.length
      this.#sender?.append(part)
    }
  }

  /** No more octets from here; those accepted still go, then FIN. Reading goes on. */
  end(): void {
    if (this.#ended || this.#state === 'closed') return
    this.#ended = true
    if (this.#state === 'established') this.#state = 'fin-wait-1'
    else if (this.#state === 'close-wait') this.#state = 'last-ack'
    this.#sender?.end()
  }

  /** Cuts the connection at once, and tells the other side. */
  abort(fault: Fault = new Fault('tcp-closed')): void {
    if (this.#state === 'closed') return
    const seq = this.#sender?.next ?? add(this.#o.firstSeq, 1)
    if (this.#state !== 'syn-sent' && this.#state !== 'time-wait')
      this.#put(flags.rst | flags.ack, seq, new Uint8Array())
    this.#gone(fault)
  }

  receive(segment: Segment): void {
    this.counters.segmentsIn++
    switch (this.#state) {
      case 'closed':
        return
      case 'syn-sent':
        return this.#synSent(segment)
      default:
        return this.#later(segment)
    }
  }

  /** An ICMP error about this connection. Only a connection that is not there yet gives up for it (RFC 5461). */
  unreachable(text: Words): void {
    if (this.#state === 'syn-sent') this.#gone(new Fault('ip-unreachable', text))
  }

  /** A router says that only this much data passes in a segment (RFC 8201, RFC 1191). */
  tooBig(octets: number): void {
    // Less than any link may have is nobody's honest word; 0 is none at all.
    if (octets >= leastSegment) this.#sender?.shorten(octets)
  }

  #sendSyn(): void {
    if (++this.#syns > maxSyns) return this.#gone(new Fault('tcp-timeout', noAnswerToSyn))
    this.#timer = this.#o.clock.schedule(this.#roundTrip.timeoutMs, () => {
      this.#roundTrip.double()
      this.counters.retransmitted++
      this.#sendSyn()
    })
    const answering = this.#state === 'syn-received'
    const scale = !answering || this.#scaling ? windowScale : undefined
    this.#emit({
      seq: this.#o.firstSeq,
      flags: answering ? flags.syn | flags.ack : flags.syn,
      window: 0xffff,
      mss: this.#o.mss,
      windowScale: scale,
      data: new Uint8Array(),
    })
  }

  /** Takes over what the other side's SYN says. */
  #meet(syn: Segment): void {
    this.#peerSyn = syn
    this.#scaling = syn.windowScale !== undefined
    this.#peerScale = syn.windowScale ?? 0
    this.#peerWindow = syn.window
    this.#windowSeq = syn.seq
    this.#receiver = new TcpReceiver({
      clock: this.#o.clock,
      mss: this.#o.mss,
      next: add(syn.seq, 1),
      acknowledge: () => this.#acknowledge(),
      disordered: () => this.counters.disordered++,
      readable: () => this.#readable.open(),
    })
  }

  #synSent(segment: Segment): void {
    const acknowledges = (segment.flags & flags.ack) !== 0
    const right = segment.ack === add(this.#o.firstSeq, 1)
    if (acknowledges && !right) {
      if ((segment.flags & flags.rst) === 0) this.#reset(segment.ack)
      return
    }
    if (segment.flags & flags.rst) {
      if (acknowledges) this.#gone(new Fault('tcp-refused', quoted(this.#name)))
      return
    }
    if ((segment.flags & flags.syn) === 0 || !acknowledges) return
    this.#meet(segment)
    this.#establish(segment)
    this.#acknowledge()
  }

  get #name(): string {
    return `${this.#o.remote.address}:${this.#o.remote.port}`
  }

  #establish(segment: Segment): void {
    this.#timer?.()
    this.#timer = undefined
    this.#state = 'established'
    this.#sender = new TcpSender(
      {
        clock: this.#o.clock,
        firstSeq: add(this.#o.firstSeq, 1),
        // RFC 9293 3.7.1: a SYN without the option means 536.
        mss: Math.max(64, Math.min(this.#o.mss, this.#peerSyn?.mss ?? 536)),
        transmit: (seq, data, fin) => this.#transmit(seq, data, fin),
        retransmitted: () => this.counters.retransmitted++,
        dead: () => this.#gone(new Fault('tcp-timeout', acknowledgesNoMore(this.#name))),
      },
      this.#roundTrip,
    )
    this.#windowAck = segment.ack
    // The window of a SYN is never scaled (RFC 7323 2.2).
    const scaled = (segment.flags & flags.syn) === 0
    this.#peerWindow = scaled ? segment.window << this.#peerScale : segment.window
    this.#sender.setWindow(this.#peerWindow)
    if (this.#ended) {
      this.#state = 'fin-wait-1'
      this.#sender.end()
    }
    this.#writable.open()
    this.#o.established()
  }

  #later(segment: Segment): void {
    const receiver = this.#receiver
    if (!receiver) return
    const fin = (segment.flags & flags.fin) !== 0
    const length = segment.data.length + (fin ? 1 : 0)
    if (segment.flags & flags.rst) return this.#resetBy(segment, receiver)
    if (segment.flags & flags.syn) return this.#synAgain(segment)
    if (!receiver.accepts(segment.seq, length)) return this.#acknowledge()
    if ((segment.flags & flags.ack) === 0) return
    if (this.#state === 'syn-received') {
      if (segment.ack !== add(this.#o.firstSeq, 1)) return this.#reset(segment.ack)
      this.#establish(segment)
    }
    if (!this.#acknowledged(segment, length)) return this.#acknowledge()
    if (length > 0) receiver.take(segment.seq, segment.data, fin)
    this.#settle(receiver)
  }

  #resetBy(segment: Segment, receiver: TcpReceiver): void {
    const from = ahead(segment.seq, receiver.next)
    if (from < 0 || from > receiver.window) return
    const refused = this.#state === 'syn-received'
    if (this.#state === 'time-wait' || this.#state === 'last-ack') return this.#gone(undefined)
    this.#gone(new Fault(refused ? 'tcp-refused' : 'tcp-reset', quoted(this.#name)))
  }

  /** A SYN again: the answer to it got lost. Anything else in the window is answered with where we stand (RFC 5961). */
  #synAgain(segment: Segment): void {
    if (this.#state === 'syn-received' && segment.seq === this.#peerSyn?.seq) {
      this.#timer?.()
      this.#syns--
      return this.#sendSyn()
    }
    this.#acknowledge()
  }

  #acknowledged(segment: Segment, length: number): boolean {
    const sender = this.#sender
    if (!sender) return false
    const window = segment.window << this.#peerScale
    const same = window === this.#peerWindow
    // RFC 9293 3.10.7.4: an old segment must not shrink the window.
    const newer =
      ahead(segment.seq, this.#windowSeq) > 0 ||
      (segment.seq === this.#windowSeq && ahead(segment.ack, this.#windowAck) >= 0)
    if (newer) {
      this.#windowSeq = segment.seq
      this.#windowAck = segment.ack
      this.#peerWindow = window
      sender.setWindow(window)
    }
    const known = sender.acknowledge(segment.ack, length === 0, same)
    if (sender.held < sendLimit) this.#writable.open()
    return known
  }

  /** Moves on when our FIN was acknowledged or theirs arrived. */
  #settle(receiver: TcpReceiver): void {
    const ours = this.#sender?.finished === true
    const theirs = receiver.ended
    switch (this.#state) {
      case 'established':
        if (theirs) this.#state = 'close-wait'
        return
      case 'fin-wait-1':
      case 'fin-wait-2':
      case 'closing':
        if (ours && theirs) return this.#timeWait()
        if (theirs) this.#state = 'closing'
        else if (ours) this.#finWait()
        return
      case 'last-ack':
        if (ours) this.#gone(undefined)
        return
      default:
        return
    }
  }

  #finWait(): void {
    this.#state = 'fin-wait-2'
    this.#timer?.()
    this.#timer = this.#o.clock.schedule(finWaitMs, () =>
      this.abort(new Fault('tcp-timeout', neverEndedItsSide(this.#name))),
    )
  }

  #timeWait(): void {
    this.#state = 'time-wait'
    this.#timer?.()
    this.#sender?.stop()
    this.#timer = this.#o.clock.schedule(timeWaitMs, () => this.#gone(undefined))
    this.#finish()
  }

  #transmit(seq: number, data: Uint8Array, fin: boolean): void {
    const push = data.length > 0 ? flags.psh : 0
    this.#put(flags.ack | push | (fin ? flags.fin : 0), seq, data)
  }

  #acknowledge(): void {
    const seq = this.#sender?.next
    if (seq !== undefined) this.#put(flags.ack, seq, new Uint8Array())
  }

  #reset(seq: number): void {
    this.#put(flags.rst, seq, new Uint8Array())
  }

  #put(bits: number, seq: number, data: Uint8Array): void {
    const window = this.#receiver?.window ?? receiveLimit
    if (bits & flags.ack) this.#receiver?.announced()
    const shown = Math.min(this.#scaling ? window >>> windowScale : window, 0xffff)
    this.#emit({ seq, flags: bits, window: shown, data })
  }

  #emit(segment: Omit<Segment, 'srcPort' | 'dstPort' | 'ack'>): void {
    this.counters.segmentsOut++
    const { local, remote } = this.#o
    const ack = this.#receiver?.next ?? 0
    this.#o.send({ srcPort: local.port, dstPort: remote.port, ack, ...segment })
  }

  #gone(fault: Fault | undefined): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#fault = fault
    this.#timer?.()
    this.#sender?.stop()
    this.#receiver?.stop()
    this.#readable.open()
    this.#writable.open()
    this.#finish()
    this.#o.gone(fault)
  }
}

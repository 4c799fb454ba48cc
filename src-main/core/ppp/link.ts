import { hexOf } from '../bytes'
import type { FaultCode } from '../fault'
import type { IpFamily } from '../ip/address'
import type { SeenLine } from '../words'
import { protocols } from './codes'
import { decodePpp } from './decode'
import { explainFrame } from './explain'
import { FcsWatch } from './fcs-watch'
import { FrameReader } from './frame-reader'
import { FrameSender } from './frame-sender'
import { LinkControl } from './link-control'
import { noCounters } from './link-session'
import type { LinkCounters, LinkEvent, LinkPhase, PppLinkOptions } from './link-types'
import { isMalformed, parseControl, splitFrame } from './packet'
import { defaultTimers } from './timers'
import { closedHere, stoppedHere } from './words'

export type * from './link-types'

/** One PPP link over any byte stream, as client or as server. Every wait in it has a limit. */
export class PppLink {
  readonly #o: PppLinkOptions
  readonly #listeners = new Set<(event: LinkEvent) => void>()
  readonly #reader: FrameReader
  readonly #sender: FrameSender
  readonly #control: LinkControl
  readonly #fcsWatch: FcsWatch
  readonly counters: LinkCounters = noCounters()

  constructor(options: PppLinkOptions) {
    this.#o = options
    this.#fcsWatch = new FcsWatch(options.clock)
    this.#sender = new FrameSender(options.clock, (bytes) => options.write(bytes), this.counters)
    this.#reader = new FrameReader({
      clock: options.clock,
      rxAccm: options.rxAccm ?? 0,
      counters: this.counters,
      frame: (frame) => this.#frame(frame),
      damaged: () => this.#damaged(),
      line: (text) => this.#line(text),
    })
    const timers = { ...defaultTimers, ...options.timers }
    this.#control = new LinkControl(options, timers, this.counters, {
      send: (protocol, packet) => this.#send(protocol, packet),
      sendAs: (peer) => (this.#sender.peer = peer),
      peerMru: () => this.#sender.peer.mru,
      emit: (event) => this.#emit(event),
    })
  }

  get phase(): LinkPhase {
    return this.#control.phase
  }

  /** Returns the way to stop listening. */
  on(listener: (event: LinkEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins to negotiate. Does nothing on a link that is not dead. */
  open(): void {
    this.#control.open()
  }

  /** Octets from the line, cut anywhere. On a dead link only text between frames is still reported. */
  feed(bytes: Uint8Array): void {
    this.#reader.feed(bytes)
  }

  /** Sends an IPv4 or IPv6 packet; false when the link does not carry that now, or the packet is longer than the peer takes. */
  sendIp(packet: Uint8Array): boolean {
    const family = (packet[0] ?? 0) >> 4 === 6 ? 'ipv6' : 'ipv4'
    const now = this.#o.clock.monotonicUs()
    if (!this.#control.passIp(family, packet.length, now)) return false
    this.counters.txIpPackets++
    this.counters.txIpBytes += packet.length
    this.#sender.send(family === 'ipv6' ? protocols.ipv6 : protocols.ip, packet, now)
    return true
  }

  /** Ends the link with Terminate-Requests; resolves when the peer confirmed or the tries are used up. */
  close(reason: SeenLine = closedHere): Promise<void> {
    return this.#control.close(reason)
  }

  /** Ends the link at once without a word to the peer: for a port that is gone. `code` where it was not ended by us. */
  abort(reason: SeenLine = stoppedHere, code: FaultCode = 'link-closed'): void {
    this.#control.abort(reason, code)
    this.#reader.stop()
  }

  #emit(event: LinkEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  #send(protocol: number, packet: Uint8Array): void {
    this.#sender.send(protocol, packet)
    this.#report('tx', protocol, packet)
  }

  #report(dir: 'tx' | 'rx', protocol: number, info: Uint8Array, fcs?: number): void {
    if (this.#listeners.size === 0) return
    const line = fcs === undefined ? '' : hexOf(Uint8Array.of(fcs & 0xff, fcs >> 8))
    const frame = decodePpp(protocol, info, line)
    this.#emit({ kind: 'packet', dir, frame, words: explainFrame(frame) })
  }

  #frame({ bytes, fcs }: { bytes: Uint8Array; fcs: number }): void {
    this.#fcsWatch.good()
    const split = splitFrame(bytes)
    if (!this.#control.running || isMalformed(split)) return
    const { protocol, info } = split
    const spoken = this.#control.speaks(protocol)
    if (spoken && protocol === protocols.ip) return this.#ip('ipv4', bytes, info)
    if (spoken && protocol === protocols.ipv6) return this.#ip('ipv6', bytes, info)
    this.#report('rx', protocol, info, fcs)
    if (!spoken) return this.#control.refuse(protocol, info)
    const packet = parseControl(protocol, info)
    // A malformed packet is dropped in silence; the log has it with its error.
    if (!isMalformed(packet)) this.#control.receive(protocol, packet)
  }

  #ip(family: IpFamily, bytes: Uint8Array, info: Uint8Array): void {
    // The length does not matter here: what the peer sent, the line has carried.
    if (!this.#control.passIp(family, 0, this.#reader.atUs)) return
    const peer = this.#control.peer
    const full = bytes.length - info.length === 4
    if (full && peer?.pfc && peer.acfc && this.#o.server?.quirks?.dropUncompressed) return
    this.counters.rxIpPackets++
    this.counters.rxIpBytes += info.length
    this.#emit({ kind: 'ip', packet: info })
  }

  #damaged(): void {
    const said = this.#fcsWatch.bad()
    if (said && this.#control.running)
      this.#emit({ kind: 'warning', code: 'link-fcs-errors', seen: said.en, said })
  }

  #line(text: string): void {
    this.#emit({ kind: 'text', text })
    // A server's client types commands; only a modem's words mean something here.
    if (this.#o.role === 'client') this.#control.line(text)
  }
}

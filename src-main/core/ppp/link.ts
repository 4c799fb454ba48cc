import type { FaultCode } from '../fault'
import { between } from '../ports/chance'
import { hexOf } from '../bytes'
import type { AuthOutcome } from './auth'
import { codes, protocols } from './codes'
import { decodePpp } from './decode'
import { EchoKeeper } from './echo-keeper'
import { explainFrame } from './explain'
import { FcsWatch } from './fcs-watch'
import { FrameReader } from './frame-reader'
import { FrameSender } from './frame-sender'
import { IpcpClientPolicy } from './ipcp'
import { defaultPeer, type LcpPolicy } from './lcp'
import { isSpoken, LcpUpkeep } from './lcp-upkeep'
import { LineWatch } from './line-watch'
import { authenticator, ipcpPolicy, lcpPolicy, stubborn } from './link-layers'
import { negotiationFor, noCounters, type Layer, type Session } from './link-session'
import type { LinkCounters, LinkEvent, LinkPhase, LinkUp, PppLinkOptions } from './link-types'
import { noIpcp, noLcp, type Ending } from './link-verdict'
import type { Negotiation, Policy } from './negotiation'
import { buildPacket, isMalformed, parsePacket, splitFrame, type ControlPacket } from './packet'
import { PhaseLimit } from './phase-limit'
import { defaultTimers, type PppTimers } from './timers'

export type { LinkCounters, LinkEvent, LinkPhase, LinkUp, PppLinkOptions } from './link-types'

const ourMru = 1500
/** Hosts must take datagrams of 576 octets (RFC 791); below that the link works, but badly. */
const smallMtu = 576
const quickHangUpUs = 2_000_000
const longIdleUs = 30 * 60_000_000
const manyRenegotiations = 10
const renegotiationWindowUs = 60_000_000

/** One PPP link over any byte stream, as client or as server. Every wait in it has a limit. */
export class PppLink {
  readonly #o: PppLinkOptions
  readonly #timers: PppTimers
  readonly #listeners = new Set<(event: LinkEvent) => void>()
  readonly #reader: FrameReader
  readonly #sender: FrameSender
  readonly #fcsWatch: FcsWatch
  readonly counters: LinkCounters = noCounters()
  #phase: LinkPhase = 'dead'
  #session: Session | undefined
  readonly #limit: PhaseLimit
  #authId: number
  #mtu = ourMru
  #closers: (() => void)[] = []

  constructor(options: PppLinkOptions) {
    this.#o = options
    this.#timers = { ...defaultTimers, ...options.timers }
    this.#limit = new PhaseLimit(options.clock, this.#timers)
    this.#authId = between(options.chance, 0, 255)
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
  }

  get phase(): LinkPhase {
    return this.#phase
  }

  on(listener: (event: LinkEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins to negotiate. Does nothing on a link that is not dead. */
  open(): void {
    if (this.#session) return
    const session = this.#newSession()
    this.#session = session
    this.#sender.peer = defaultPeer
    this.#enter('establish')
    this.#limit.begin(() => this.#late(this.#phase))
    session.lcp.open()
    session.lcp.lowerUp()
  }

  /** Octets from the line, cut anywhere. On a dead link only text between frames is still reported. */
  feed(bytes: Uint8Array): void {
    this.#reader.feed(bytes)
  }

  /** Sends an IPv4 packet; false when the link is not open or the packet is longer than the peer takes. */
  sendIp(packet: Uint8Array): boolean {
    const session = this.#session
    if (this.#phase !== 'open' || !session || packet.length > this.#mtu) return false
    session.lastIpUs = this.#o.clock.monotonicUs()
    this.counters.txIpPackets++
    this.counters.txIpBytes += packet.length
    this.#sender.send(protocols.ip, packet)
    return true
  }

  /** Ends the link with Terminate-Requests; resolves when the peer confirmed or the tries are used up. */
  close(reason = 'closed here'): Promise<void> {
    if (!this.#session) return Promise.resolve()
    return new Promise((resolve) => {
      this.#closers.push(resolve)
      this.#terminate('link-closed', reason)
    })
  }

  /** Ends the link at once without a word to the peer: for a port that is gone. */
  abort(reason = 'stopped here'): void {
    this.#finish({ code: 'link-closed', seen: reason })
    this.#reader.stop()
  }

  #newSession(): Session {
    const policy = lcpPolicy(this.#o, this.#timers, () => this.#looped())
    const ipcp = ipcpPolicy(this.#o)
    const stubbornly = this.#o.server?.quirks?.lcpNakForever === true
    const now = this.#o.clock.monotonicUs()
    return {
      lcpPolicy: policy,
      lcp: this.#negotiation(protocols.lcp, stubbornly ? stubborn(policy) : policy, {
        up: () => this.#lcpUp(),
        down: () => this.#lcpDown(),
        finished: () => this.#lcpFinished(),
        failed: () => this.#lcpFailed(),
      }),
      ipcpPolicy: ipcp,
      ipcp: this.#negotiation(protocols.ipcp, ipcp, {
        up: () => this.#ipcpUp(),
        down: () => this.#ipcpDown(),
        finished: () => this.#ipcpFinished(),
        failed: () => this.#terminate('link-ipcp-loops', 'the proposed values never settled'),
      }),
      upkeep: this.#newUpkeep(policy),
      echo: this.#newEcho(),
      watch: this.#newWatch(),
      startUs: now,
      auth: undefined,
      authMethod: 'none',
      ending: undefined,
      wasUp: false,
      terminated: 0,
      lcpFrames: 0,
      ipcpFrames: 0,
      ipcpSilentUntilUs: 0,
      lastIpUs: now,
      renegotiatedUs: [],
    }
  }

  #negotiation(protocol: number, policy: Policy, layer: Layer): Negotiation {
    const send = (packet: Uint8Array) => this.#send(protocol, packet)
    const peerMru = () => this.#sender.peer.mru
    return negotiationFor(this.#o, this.#timers, protocol, policy, layer, send, peerMru)
  }

  #newUpkeep(policy: LcpPolicy): LcpUpkeep {
    return new LcpUpkeep({
      counters: this.counters,
      firstId: between(this.#o.chance, 0, 255),
      ignoreEcho: this.#o.server?.quirks?.ignoreEcho === true,
      send: (packet) => this.#send(protocols.lcp, packet),
      opened: () => this.#session?.lcp.state === 'opened',
      magic: () => policy.magic,
      peerMru: () => this.#sender.peer.mru,
      looped: () => this.#looped(),
      echoAnswered: () => this.#session?.echo.answered(),
      protocolRejected: (protocol) => this.#protocolRejected(protocol),
    })
  }

  #newEcho(): EchoKeeper {
    return new EchoKeeper({
      clock: this.#o.clock,
      intervalMs: this.#o.echoIntervalMs ?? (this.#o.role === 'client' ? 30_000 : 0),
      failures: this.#timers.echoFailures,
      send: () => this.#session?.upkeep.sendEcho(),
      dead: (count) => this.#lost('link-echo-timeout', `${count} echoes were not answered`),
    })
  }

  #newWatch(): LineWatch {
    return new LineWatch({
      clock: this.#o.clock,
      frames: () => this.counters.rxFrames,
      ended: (line) => this.#hungUp(line),
      lost: (line) => this.#lost('link-modem-hung-up', line),
      // PPP was read as AT: our frame came back as echo, and then the modem's opinion of it.
      refused: () => {
        if ((this.#session?.lcpPolicy.loops ?? 0) > 0) this.#looped()
      },
      ask: () => {
        this.#session?.upkeep.sendEcho()
        return this.#session?.lcp.state === 'opened'
      },
    })
  }

  #emit(event: LinkEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  #enter(phase: LinkPhase): void {
    if (this.#phase === phase) return
    this.#phase = phase
    this.#limit.enter(phase, () => this.#late(phase))
    this.#emit({ kind: 'phase', phase })
  }

  #late(phase: LinkPhase): void {
    const session = this.#session
    if (!session) return
    if (phase === 'establish') return this.#finish(this.#noLcp(session))
    if (phase === 'authenticate')
      return this.#terminate('link-auth-no-answer', 'authentication did not end')
    if (phase === 'network') {
      const { code, seen } = this.#noIpcp(session)
      return this.#terminate(code, seen)
    }
    this.#finish(session.ending ?? { code: 'link-down', seen: '' })
  }

  #noLcp(session: Session): Ending {
    return noLcp({
      counters: this.counters,
      lines: session.watch.lines,
      terminated: session.terminated,
      lcpFrames: session.lcpFrames,
      unsupported: session.lcpPolicy.unsupported,
    })
  }

  #noIpcp(session: Session): Ending {
    const policy = session.ipcpPolicy
    const zeroNaks = policy instanceof IpcpClientPolicy ? policy.zeroNaks : 0
    return noIpcp(session.ipcp.requestsSent, session.ipcpFrames, zeroNaks)
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
    const session = this.#session
    const split = splitFrame(bytes)
    if (!session || isMalformed(split)) return
    const { protocol, info } = split
    if (protocol === protocols.ip) return this.#ip(session, bytes, info)
    this.#report('rx', protocol, info, fcs)
    if (!isSpoken(protocol)) return session.upkeep.rejectProtocol(protocol, info)
    const packet = parsePacket(info)
    // A malformed packet is dropped in silence; the log has it with its error.
    if (!isMalformed(packet)) this.#packet(session, protocol, packet)
  }

  #packet(session: Session, protocol: number, packet: ControlPacket): void {
    switch (protocol) {
      case protocols.lcp:
        return this.#lcpPacket(session, packet)
      case protocols.pap:
      case protocols.chap:
        if (protocol === (session.authMethod === 'pap' ? protocols.pap : protocols.chap))
          session.auth?.receive(packet)
        return
      case protocols.ipcp:
        return this.#ipcpPacket(session, packet)
    }
  }

  #ip(session: Session, bytes: Uint8Array, info: Uint8Array): void {
    if (this.#phase !== 'open') return
    const { pfc, acfc } = session.lcpPolicy.peer
    const full = bytes.length - info.length === 4
    if (full && pfc && acfc && this.#o.server?.quirks?.dropUncompressed) return
    session.lastIpUs = this.#o.clock.monotonicUs()
    this.counters.rxIpPackets++
    this.counters.rxIpBytes += info.length
    this.#emit({ kind: 'ip', packet: info })
  }

  #lcpPacket(session: Session, packet: ControlPacket): void {
    session.lcpFrames++
    if (session.upkeep.take(packet)) return
    if (packet.code === codes.termReq) return this.#peerTerminates(session, packet)
    const request = packet.code === codes.confReq
    if (request && this.#o.server?.quirks?.terminateAtOnce) return session.upkeep.sendTerminate()
    session.lcp.receive(packet)
    this.counters.loops = session.lcpPolicy.loops
  }

  #peerTerminates(session: Session, packet: ControlPacket): void {
    session.terminated++
    const opened = session.lcp.state === 'opened'
    if (opened) {
      session.ending ??= this.#endingOf(session, 'link-terminated-by-peer', 'Terminate-Request')
      this.#enter('terminate')
    }
    session.lcp.receive(packet)
    // A peer that ends the link again and again before it began will not change its mind.
    if (!opened && this.#phase === 'establish' && session.terminated >= 3)
      this.#finish(this.#noLcp(session))
  }

  /** The same event means another thing during authentication, or after an hour of silence. */
  #endingOf(session: Session, code: FaultCode, seen: string): Ending {
    const now = this.#o.clock.monotonicUs()
    if (this.#phase === 'authenticate')
      return { code: 'link-auth-ended', seen: `${seen} during authentication` }
    const idleUs = now - session.lastIpUs
    if (session.wasUp && idleUs >= longIdleUs)
      return {
        code: 'link-idle-dropped',
        seen: `${seen} after ${Math.round(idleUs / 60_000_000)} min without traffic`,
      }
    return { code, seen }
  }

  #protocolRejected(protocol: number): void {
    const session = this.#session
    if (!session) return
    switch (protocol) {
      case protocols.ipcp:
        return this.#terminate('link-no-ipcp', 'the modem rejected the protocol IPCP')
      case protocols.pap:
      case protocols.chap:
        return this.#terminate('link-auth-unsupported', 'the modem rejected its own method')
      case protocols.lcp:
        return session.lcp.refused(true)
      case protocols.ip:
        return this.#terminate('link-no-ipcp', 'the modem rejected IPv4 packets')
      default:
        return session.lcp.refused(false)
    }
  }

  #looped(): void {
    const session = this.#session
    if (!session) return
    const { lines } = session.watch
    const text = lines.length > 0 ? `; the modem wrote: ${lines.join(' / ')}` : ''
    const times = session.lcpPolicy.loops
    const seen = times > 0 ? `${times} of our requests came back` : 'our own echo came back'
    this.#finish({ code: 'link-looped', seen: seen + text })
  }

  #lcpUp(): void {
    const session = this.#session
    if (!session) return
    this.#sender.peer = session.lcpPolicy.peer
    session.echo.start()
    this.#authId = (this.#authId + 1) & 0xff
    const outcome: AuthOutcome = {
      send: (packet) =>
        this.#send(session.authMethod === 'pap' ? protocols.pap : protocols.chap, packet),
      passed: () => this.#network(session),
      failed: (code, seen) => this.#terminate(code, seen),
    }
    const policy = session.lcpPolicy
    const found = authenticator(this.#o, this.#timers, policy, outcome, this.#authId)
    session.authMethod = found?.method ?? 'none'
    session.auth = found?.side
    if (!found) return this.#network(session)
    this.#enter('authenticate')
    // Modems send one right before the challenge; a client must let it pass.
    if (this.#o.server?.quirks?.discardBeforeAuth) session.upkeep.sendDiscard()
    found.side.start()
  }

  #network(session: Session): void {
    if (this.#session !== session || session.ending) return
    this.#enter('network')
    const quirks = this.#o.server?.quirks
    const silentMs = quirks?.silentIpcpMs ?? 0
    session.ipcpSilentUntilUs = this.#o.clock.monotonicUs() + silentMs * 1000
    if (quirks?.offerCcp) this.#offerExtras()
    if (silentMs > 0) {
      this.#o.clock.schedule(silentMs, () => this.#openIpcp(session))
      return
    }
    this.#openIpcp(session)
  }

  #openIpcp(session: Session): void {
    if (this.#session !== session || this.#phase !== 'network') return
    session.ipcp.open()
    session.ipcp.lowerUp()
  }

  #offerExtras(): void {
    const request = { code: codes.confReq, id: 1 }
    const deflate = Uint8Array.of(26, 4, 0x78, 0)
    this.#send(protocols.ccp, buildPacket({ ...request, data: deflate }))
    const identifier = Uint8Array.of(1, 10, 0, 0, 0, 0, 0, 0, 0, 1)
    this.#send(protocols.ipv6cp, buildPacket({ ...request, data: identifier }))
  }

  #ipcpPacket(session: Session, packet: ControlPacket): void {
    // Packets of a later phase that arrive early are dropped in silence (RFC 1661 3.5).
    if (this.#phase !== 'network' && this.#phase !== 'open') return
    if (this.#o.clock.monotonicUs() < session.ipcpSilentUntilUs) return
    session.ipcpFrames++
    session.ipcp.receive(packet)
  }

  #lcpDown(): void {
    const session = this.#session
    if (!session) return
    session.echo.stop()
    session.auth?.stop()
    session.auth = undefined
    session.ipcp.lowerDown()
    this.#sender.peer = defaultPeer
    if (session.ending) return
    this.#countRenegotiation(session)
    if (!session.ending) this.#enter('establish')
  }

  #countRenegotiation(session: Session): void {
    this.counters.renegotiations++
    const now = this.#o.clock.monotonicUs()
    session.renegotiatedUs = session.renegotiatedUs.filter((at) => now - at < renegotiationWindowUs)
    session.renegotiatedUs.push(now)
    if (session.renegotiatedUs.length <= manyRenegotiations) return
    const seen = `negotiated again ${session.renegotiatedUs.length} times within a minute`
    session.ending = { code: 'link-lcp-loops', seen }
    this.#o.clock.schedule(0, () => {
      if (this.#session === session) this.#terminate('link-lcp-loops', seen)
    })
  }

  #lcpFinished(): void {
    const session = this.#session
    if (session) this.#finish(session.ending ?? this.#noLcp(session))
  }

  #lcpFailed(): void {
    const session = this.#session
    if (!session) return
    const { code, seen } = this.#noLcp(session)
    this.#terminate(code, seen)
  }

  #ipcpUp(): void {
    const session = this.#session
    if (!session) return
    const policy = session.ipcpPolicy
    const client = policy instanceof IpcpClientPolicy
    const address = client ? policy.address : (this.#o.server?.address ?? '0.0.0.0')
    if (client && address === '0.0.0.0')
      return this.#terminate('link-no-address', 'IPCP was agreed, but without an address for us')
    const { mru } = session.lcpPolicy.peer
    this.#mtu = Math.min(mru, ourMru)
    session.wasUp = true
    this.#limit.arrived()
    session.lastIpUs = this.#o.clock.monotonicUs()
    this.#enter('open')
    const up: LinkUp = {
      kind: 'up',
      address,
      peerAddress: client ? policy.peerAddress : (this.#o.server?.clientAddress ?? null),
      dns: client ? policy.dns : (this.#o.server?.dns ?? []),
      mru: this.#o.server?.quirks?.mru ?? ourMru,
      mtu: this.#mtu,
      auth: session.authMethod,
    }
    this.#emit(up)
    if (this.#mtu < smallMtu)
      this.#emit({ kind: 'warning', code: 'link-mtu-small', seen: `MTU ${this.#mtu}` })
  }

  #ipcpDown(): void {
    const session = this.#session
    if (!session || session.ending || this.#phase !== 'open') return
    this.#countRenegotiation(session)
    if (!session.ending) this.#enter('network')
  }

  #ipcpFinished(): void {
    const session = this.#session
    if (!session || session.ending) return
    if (session.wasUp) return this.#terminate('link-terminated-by-peer', 'IPCP Terminate-Request')
    const { code, seen } = this.#noIpcp(session)
    this.#terminate(code, seen)
  }

  #damaged(): void {
    const seen = this.#fcsWatch.bad()
    if (seen && this.#session) this.#emit({ kind: 'warning', code: 'link-fcs-errors', seen })
  }

  #line(text: string): void {
    this.#emit({ kind: 'text', text })
    // A server's client types commands; only a modem's words mean something here.
    if (this.#o.role === 'client') this.#session?.watch.take(text)
  }

  #hungUp(text: string): void {
    const session = this.#session
    if (!session) return
    if (session.ending) return this.#finish(session.ending)
    const quick = this.#o.clock.monotonicUs() - session.startUs < quickHangUpUs
    if (!session.wasUp && quick && this.#phase === 'establish')
      return this.#finish({ code: 'link-network-refused', seen: text })
    this.#finish(this.#endingOf(session, 'link-modem-hung-up', text))
  }

  /** The peer is gone: no use in sending a Terminate-Request and waiting for its answer. */
  #lost(code: FaultCode, seen: string): void {
    const session = this.#session
    if (session) this.#finish(this.#endingOf(session, code, seen))
  }

  #terminate(code: FaultCode, seen: string): void {
    const session = this.#session
    if (!session) return
    if (this.#phase === 'terminate') return
    session.ending ??= { code, seen }
    session.auth?.stop()
    session.ipcp.abandon()
    this.#enter('terminate')
    session.lcp.close()
  }

  #finish(ending: Ending): void {
    const session = this.#session
    if (!session) return
    this.#session = undefined
    session.lcp.abandon()
    session.ipcp.abandon()
    session.auth?.stop()
    session.echo.stop()
    session.watch.stop()
    this.#limit.arrived()
    this.#sender.peer = defaultPeer
    this.#enter('dead')
    this.#emit({ kind: 'down', ...ending })
    for (const resolve of this.#closers.splice(0)) resolve()
  }
}

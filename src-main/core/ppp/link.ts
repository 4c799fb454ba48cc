import type { FaultCode } from '../fault'
import type { Cancel } from '../ports/clock'
import { between } from '../ports/chance'
import type { Authenticator, AuthOutcome } from './auth'
import { codes, protocols } from './codes'
import { decodePpp } from './decode'
import { EchoKeeper } from './echo-keeper'
import { explainFrame } from './explain'
import { FcsWatch } from './fcs-watch'
import { FrameReader } from './frame-reader'
import { FrameSender } from './frame-sender'
import { meaningOf } from './hang-up'
import { IpcpClientPolicy } from './ipcp'
import type { IpcpServerPolicy } from './ipcp-server'
import { defaultPeer, type AuthMethod, type LcpPolicy } from './lcp'
import { authenticator, ipcpPolicy, lcpPolicy, stubborn } from './link-layers'
import type { LinkCounters, LinkEvent, LinkPhase, LinkUp, PppLinkOptions } from './link-types'
import { noIpcp, noLcp, type Ending } from './link-verdict'
import { Negotiation, type Policy } from './negotiation'
import {
  buildPacket,
  isMalformed,
  octets32,
  parsePacket,
  splitFrame,
  uint32,
  type ControlPacket,
} from './packet'
import { concat, hexOf } from '../bytes'
import { defaultTimers, type PppTimers } from './timers'

export type { LinkCounters, LinkEvent, LinkPhase, LinkUp, PppLinkOptions } from './link-types'

const ourMru = 1500
/** Hosts must take datagrams of 576 octets (RFC 791); below that the link works, but badly. */
const smallMtu = 576
const quickHangUpUs = 2_000_000
const longIdleUs = 30 * 60_000_000
const probeMs = 5_000
const manyRenegotiations = 10
const renegotiationWindowUs = 60_000_000

/** What exists from `open` to the end of the link. */
interface Session {
  readonly lcpPolicy: LcpPolicy
  readonly lcp: Negotiation
  readonly ipcpPolicy: IpcpClientPolicy | IpcpServerPolicy
  readonly ipcp: Negotiation
  readonly echo: EchoKeeper
  readonly startUs: number
  auth: Authenticator | undefined
  authMethod: AuthMethod | 'none'
  ending: Ending | undefined
  wasUp: boolean
  terminated: number
  lcpFrames: number
  ipcpFrames: number
  ipcpSilentUntilUs: number
  lastIpUs: number
  lines: string[]
  renegotiatedUs: number[]
  loopReported: boolean
}

/** One PPP link over any byte stream, as client or as server. Every wait in it has a limit. */
export class PppLink {
  readonly #o: PppLinkOptions
  readonly #timers: PppTimers
  readonly #listeners = new Set<(event: LinkEvent) => void>()
  readonly #reader: FrameReader
  readonly #sender: FrameSender
  readonly #fcsWatch: FcsWatch
  readonly counters: LinkCounters = {
    rxBytes: 0,
    txBytes: 0,
    rxFrames: 0,
    txFrames: 0,
    rxIpPackets: 0,
    txIpPackets: 0,
    rxIpBytes: 0,
    txIpBytes: 0,
    badFcs: 0,
    rejected: 0,
    echoesSent: 0,
    echoesReceived: 0,
    renegotiations: 0,
    loops: 0,
  }
  #phase: LinkPhase = 'dead'
  #session: Session | undefined
  #limit: Cancel | undefined
  #totalLimit: Cancel | undefined
  #probe: Cancel | undefined
  #echoId: number
  #rejectId = 0
  #authId: number
  #mtu = ourMru
  #closers: (() => void)[] = []

  constructor(options: PppLinkOptions) {
    this.#o = options
    this.#timers = { ...defaultTimers, ...options.timers }
    this.#echoId = between(options.chance, 0, 255)
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
    this.#totalLimit = this.#o.clock.schedule(this.#timers.totalLimitMs, () =>
      this.#late(this.#phase),
    )
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
    const { clock } = this.#o
    const policy = lcpPolicy(this.#o, this.#timers, () => this.#looped())
    const ipcp = ipcpPolicy(this.#o)
    const quirks = this.#o.server?.quirks
    const now = clock.monotonicUs()
    return {
      lcpPolicy: policy,
      lcp: this.#negotiation(protocols.lcp, quirks?.lcpNakForever ? stubborn(policy) : policy, {
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
      echo: new EchoKeeper({
        clock,
        intervalMs: this.#o.echoIntervalMs ?? (this.#o.role === 'client' ? 30_000 : 0),
        failures: this.#timers.echoFailures,
        send: () => this.#sendEcho(),
        dead: (count) => this.#lost('link-echo-timeout', `${count} echoes were not answered`),
      }),
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
      lines: [],
      renegotiatedUs: [],
      loopReported: false,
    }
  }

  #negotiation(
    protocol: number,
    policy: Policy,
    layer: { up(): void; down(): void; finished(): void; failed(): void },
  ): Negotiation {
    const timers = this.#timers
    return new Negotiation({
      ...layer,
      clock: this.#o.clock,
      policy,
      firstId: between(this.#o.chance, 0, 255),
      restartMs: timers.restartMs,
      maxConfigure: protocol === protocols.ipcp ? timers.maxIpcpConfigure : timers.maxConfigure,
      maxTerminate: timers.maxTerminate,
      maxFailure: timers.maxFailure,
      send: (packet) => this.#send(protocol, packet),
      maxReject: () => this.#sender.peer.mru,
    })
  }

  #emit(event: LinkEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  /** Enters a phase and limits it, whatever the peer keeps saying. */
  #enter(phase: LinkPhase): void {
    if (this.#phase === phase) return
    this.#phase = phase
    this.#limit?.()
    this.#limit = undefined
    const ms = this.#limitMs(phase)
    if (ms !== undefined) this.#limit = this.#o.clock.schedule(ms, () => this.#late(phase))
    this.#emit({ kind: 'phase', phase })
  }

  #limitMs(phase: LinkPhase): number | undefined {
    switch (phase) {
      case 'establish':
        return this.#timers.establishLimitMs
      case 'authenticate':
        return this.#timers.authenticateLimitMs
      case 'network':
        return this.#timers.networkLimitMs
      case 'terminate':
        return this.#timers.restartMs * (this.#timers.maxTerminate + 1)
      case 'open':
      case 'dead':
        return undefined
      default:
        return phase satisfies never
    }
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
      lines: session.lines,
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
    if (!isKnown(protocol)) return this.#rejectProtocol(session, protocol, info)
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

  /** RFC 1661 5.7: only while LCP is open; cut to what the peer takes. */
  #rejectProtocol(session: Session, protocol: number, info: Uint8Array): void {
    if (session.lcp.state !== 'opened') return
    this.#rejectId = (this.#rejectId + 1) & 0xff
    const data = concat([Uint8Array.of(protocol >> 8, protocol & 0xff), info])
    const cut = data.slice(0, this.#sender.peer.mru - 4)
    this.#send(protocols.lcp, buildPacket({ code: codes.protRej, id: this.#rejectId, data: cut }))
  }

  #lcpPacket(session: Session, packet: ControlPacket): void {
    session.lcpFrames++
    switch (packet.code) {
      case codes.protRej:
        return this.#protocolRejected(session, packet)
      case codes.echoReq:
        return this.#echoRequest(session, packet)
      case codes.echoRep:
        return this.#echoReply(session, packet)
      case codes.discReq:
        return
      case codes.termReq:
        return this.#peerTerminates(session, packet)
      case codes.confReq:
        if (this.#o.server?.quirks?.terminateAtOnce) return this.#terminateAtOnce()
        session.lcp.receive(packet)
        this.counters.loops = session.lcpPolicy.loops
        return
      default:
        return session.lcp.receive(packet)
    }
  }

  #terminateAtOnce(): void {
    this.#rejectId = (this.#rejectId + 1) & 0xff
    const packet = { code: codes.termReq, id: this.#rejectId, data: new Uint8Array() }
    this.#send(protocols.lcp, buildPacket(packet))
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

  #protocolRejected(session: Session, packet: ControlPacket): void {
    const protocol = ((packet.data[0] ?? 0) << 8) | (packet.data[1] ?? 0)
    if (session.lcp.state !== 'opened') return
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

  #echoRequest(session: Session, packet: ControlPacket): void {
    if (session.lcp.state !== 'opened' || packet.data.length < 4) return
    const { magic } = session.lcpPolicy
    if (magic !== 0 && uint32(packet.data) === magic) return this.#looped()
    if (this.#o.server?.quirks?.ignoreEcho) return
    const data = concat([octets32(magic), packet.data.subarray(4)])
    this.#send(protocols.lcp, buildPacket({ code: codes.echoRep, id: packet.id, data }))
  }

  #echoReply(session: Session, packet: ControlPacket): void {
    if (session.lcp.state !== 'opened' || packet.data.length < 4) return
    const { magic } = session.lcpPolicy
    if (magic !== 0 && uint32(packet.data) === magic) return this.#looped()
    this.counters.echoesReceived++
    this.#probe?.()
    this.#probe = undefined
    session.echo.answered()
  }

  #sendEcho(): void {
    const session = this.#session
    if (!session || session.lcp.state !== 'opened') return
    this.#echoId = (this.#echoId + 1) & 0xff
    this.counters.echoesSent++
    const data = octets32(session.lcpPolicy.magic)
    this.#send(protocols.lcp, buildPacket({ code: codes.echoReq, id: this.#echoId, data }))
  }

  #looped(): void {
    const session = this.#session
    if (!session || session.loopReported) return
    session.loopReported = true
    const text = session.lines.length > 0 ? `; the modem wrote: ${session.lines.join(' / ')}` : ''
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
    if (this.#o.server?.quirks?.discardBeforeAuth) this.#sendDiscard(session)
    found.side.start()
  }

  #sendDiscard(session: Session): void {
    this.#rejectId = (this.#rejectId + 1) & 0xff
    const data = octets32(session.lcpPolicy.magic)
    this.#send(protocols.lcp, buildPacket({ code: codes.discReq, id: this.#rejectId, data }))
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
    this.#totalLimit?.()
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
    const session = this.#session
    if (!session || this.#o.role === 'server') return
    session.lines = [...session.lines, text].slice(-5)
    switch (meaningOf(text)) {
      case 'ended':
        return this.#hungUp(session, text)
      case 'omen':
        return this.#probeAfter(session, text)
      case 'error':
        // PPP was read as AT: our frame came back as echo, and then the modem's opinion of it.
        if (session.lcpPolicy.loops > 0) this.#looped()
        return
      case 'other':
        return
    }
  }

  #hungUp(session: Session, text: string): void {
    if (session.ending) return this.#finish(session.ending)
    const quick = this.#o.clock.monotonicUs() - session.startUs < quickHangUpUs
    if (!session.wasUp && quick && this.#phase === 'establish')
      return this.#finish({ code: 'link-network-refused', seen: text })
    this.#finish(this.#endingOf(session, 'link-modem-hung-up', text))
  }

  /** `+CGEV: NW PDN DEACT 1` may be about another context; the peer's silence settles it. */
  #probeAfter(session: Session, text: string): void {
    if (this.#probe || session.lcp.state !== 'opened') return
    const frames = this.counters.rxFrames
    this.#sendEcho()
    this.#probe = this.#o.clock.schedule(probeMs, () => {
      this.#probe = undefined
      if (this.counters.rxFrames === frames) this.#lost('link-modem-hung-up', text)
    })
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
    this.#probe?.()
    this.#probe = undefined
    this.#totalLimit?.()
    this.#sender.peer = defaultPeer
    this.#enter('dead')
    this.#emit({ kind: 'down', ...ending })
    for (const resolve of this.#closers.splice(0)) resolve()
  }
}

function isKnown(protocol: number): boolean {
  return (
    protocol === protocols.lcp ||
    protocol === protocols.pap ||
    protocol === protocols.chap ||
    protocol === protocols.ipcp
  )
}

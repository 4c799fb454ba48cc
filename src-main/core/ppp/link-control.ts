import type { FaultCode } from '../fault'
import type { IpFamily } from '../ip/address'
import { between } from '../ports/chance'
import type { AuthOutcome } from './auth'
import { codes, protocols } from './codes'
import { defaultPeer, type PeerSettings } from './lcp'
import {
  endingOf,
  endingOfHangUp,
  endingOfLoop,
  endingWithoutLcp,
  endingWithoutProtocol,
  noteRefusal,
  type Ending,
} from './link-endings'
import { authenticator, extraOffers } from './link-layers'
import { refusesCore } from './negotiation'
import { newSession, type LinkIo } from './link-parts'
import type { Session } from './link-session'
import type { LinkCounters, LinkPhase, PppLinkOptions } from './link-types'
import type { ControlPacket } from './packet'
import { upOf } from './link-up'
import { PhaseLimit } from './phase-limit'
import type { PppTimers } from './timers'
import { quoted, wordsOf, type SeenLine } from '../words'
import { authenticationTooLong } from './words'

/** Hosts must take datagrams of 576 octets (RFC 791); below that the link works, but badly. */
const smallMtu = 576

const isAuth = (protocol: number) => protocol === protocols.pap || protocol === protocols.chap

/** Leads a link through its phases (RFC 1661 3.2), and decides why it ends. */
export class LinkControl {
  readonly #o: PppLinkOptions
  readonly #timers: PppTimers
  readonly #counters: LinkCounters
  readonly #io: LinkIo
  readonly #limit: PhaseLimit
  #phase: LinkPhase = 'dead'
  #session: Session | undefined
  #authId: number
  #mtu = defaultPeer.mru
  #closers: (() => void)[] = []

  constructor(options: PppLinkOptions, timers: PppTimers, counters: LinkCounters, io: LinkIo) {
    this.#o = options
    this.#timers = timers
    this.#counters = counters
    this.#io = io
    this.#limit = new PhaseLimit(options.clock, timers)
    this.#authId = between(options.chance, 0, 255)
  }

  get phase(): LinkPhase {
    return this.#phase
  }
  /** What the peer's LCP request asks of us; undefined when there is no session. */
  get peer(): PeerSettings | undefined {
    return this.#session?.lcpPolicy.peer
  }
  get running(): boolean {
    return this.#session !== undefined
  }

  open(): void {
    if (this.#session) return
    const session = this.#newSession()
    this.#session = session
    this.#io.sendAs(defaultPeer)
    this.#enter('establish')
    this.#limit.begin(() => this.#late(this.#phase))
    session.lcp.open()
    session.lcp.lowerUp()
  }

  close(reason: SeenLine): Promise<void> {
    if (!this.#session) return Promise.resolve()
    return new Promise((resolve) => {
      this.#closers.push(resolve)
      this.#terminate('link-closed', reason)
    })
  }

  abort(reason: SeenLine, code: FaultCode): void {
    // A modem hangs up on a link that is being ended: why it is ended is the reason.
    const known = code === 'link-modem-hung-up' ? this.#session?.ending : undefined
    this.#finish(known ?? { code, seen: reason })
  }

  /** Whether an IP packet of this length may pass now, which is then traffic. */
  passIp(family: IpFamily, length: number, nowUs: number): boolean {
    if (this.#phase !== 'open' || length > this.#mtu) return false
    if (!this.#session?.network.isOpen(family)) return false
    this.#session.lastIpUs = nowUs
    return true
  }

  /** Whether packets of this protocol are for us: LCP, authentication, and the families that were asked for. */
  speaks(protocol: number): boolean {
    if (protocol === protocols.lcp || isAuth(protocol)) return true
    return this.#session?.network.speaks(protocol) ?? false
  }

  /** A packet of a protocol that is not spoken here. */
  refuse(protocol: number, info: Uint8Array): void {
    this.#session?.upkeep.rejectProtocol(protocol, info)
  }

  /** A line of text between frames. */
  line(text: string): void {
    this.#session?.watch.take(text)
  }

  #newSession(): Session {
    return newSession(this.#o, this.#timers, this.#counters, this.#io, {
      session: () => this.#session,
      lcp: {
        up: () => this.#lcpUp(),
        down: () => this.#lcpDown(),
        finished: () => this.#lcpFinished(),
        failed: () => this.#lcpFailed(),
      },
      networkUp: () => this.#networkUp(),
      networkAgain: () => this.#networkAgain(),
      networkEnded: (ending) => this.#networkEnded(ending),
      looped: () => this.#looped(),
      hungUp: (line) => this.#hungUp(line),
      lost: (code, seen) => this.#lost(code, seen),
      protocolRejected: (protocol) => this.#protocolRejected(protocol),
    })
  }

  #enter(phase: LinkPhase): void {
    if (this.#phase === phase) return
    this.#phase = phase
    this.#limit.enter(phase, () => this.#late(phase))
    this.#io.emit({ kind: 'phase', phase })
  }

  #late(phase: LinkPhase): void {
    const session = this.#session
    if (!session) return
    if (phase === 'establish') return this.#finish(endingWithoutLcp(session, this.#counters))
    if (phase === 'authenticate')
      return this.#terminate('link-auth-no-answer', authenticationTooLong)
    if (phase === 'network') {
      const ending = session.network.ending()
      if (ending) return this.#terminate(ending.code, ending.seen)
    }
    this.#finish(session.ending ?? { code: 'link-down', seen: quoted('') })
  }

  /** A control packet of a protocol that is spoken here. */
  receive(protocol: number, packet: ControlPacket): void {
    const session = this.#session
    if (!session) return
    switch (protocol) {
      case protocols.lcp:
        return this.#lcpPacket(session, packet)
      case protocols.pap:
      case protocols.chap:
        if (protocol === (session.authMethod === 'pap' ? protocols.pap : protocols.chap))
          session.auth?.receive(packet)
        return
      default:
        return this.#networkPacket(session, protocol, packet)
    }
  }

  #lcpPacket(session: Session, packet: ControlPacket): void {
    session.lcpFrames++
    if (session.upkeep.take(packet)) return
    if (packet.code === codes.termReq) return this.#peerTerminates(session, packet)
    const request = packet.code === codes.confReq
    if (request && this.#o.server?.quirks?.terminateAtOnce) return session.upkeep.sendTerminate()
    if (packet.code === codes.codeRej && refusesCore(packet))
      noteRefusal(session, `Code-Reject of LCP code ${packet.data[0] ?? 0}`)
    session.lcp.receive(packet)
    this.#counters.loops = session.lcpPolicy.loops
  }

  #peerTerminates(session: Session, packet: ControlPacket): void {
    session.terminated++
    const opened = session.lcp.state === 'opened'
    if (opened) {
      session.ending ??= endingOf(
        session,
        this.#phase,
        this.#o.clock.monotonicUs(),
        'link-terminated-by-peer',
        quoted('Terminate-Request'),
      )
      this.#enter('terminate')
    }
    session.lcp.receive(packet)
    // A peer that ends the link again and again before it began will not change its mind.
    if (!opened && this.#phase === 'establish' && session.terminated >= 3)
      this.#finish(endingWithoutLcp(session, this.#counters))
  }

  #protocolRejected(protocol: number): void {
    const session = this.#session
    if (!session) return
    if (protocol === protocols.lcp) {
      noteRefusal(session, 'Protocol-Reject of LCP')
      return session.lcp.refused(true)
    }
    const ending = endingWithoutProtocol(protocol)
    if (session.network.speaks(protocol)) return session.network.drop(protocol, ending)
    if (ending && isAuth(protocol)) return this.#terminate(ending.code, ending.seen)
    session.lcp.refused(false)
  }

  #looped(): void {
    const session = this.#session
    if (!session) return
    this.#finish(endingOfLoop(session))
  }

  #lcpUp(): void {
    const session = this.#session
    if (!session) return
    this.#io.sendAs(session.lcpPolicy.peer)
    session.echo.start()
    this.#authId = (this.#authId + 1) & 0xff
    const outcome: AuthOutcome = {
      send: (packet) =>
        this.#io.send(session.authMethod === 'pap' ? protocols.pap : protocols.chap, packet),
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
    session.networkSilentUntilUs = this.#o.clock.monotonicUs() + silentMs * 1000
    if (quirks?.offerCcp)
      for (const { protocol, packet } of extraOffers) this.#io.send(protocol, packet)
    if (silentMs > 0) {
      this.#o.clock.schedule(silentMs, () => this.#openNetwork(session))
      return
    }
    this.#openNetwork(session)
  }

  #openNetwork(session: Session): void {
    if (this.#session !== session || this.#phase !== 'network') return
    session.network.open()
  }

  #networkPacket(session: Session, protocol: number, packet: ControlPacket): void {
    // Packets of a later phase that arrive early are dropped in silence (RFC 1661 3.5).
    if (this.#phase !== 'network' && this.#phase !== 'open') return
    if (this.#o.clock.monotonicUs() < session.networkSilentUntilUs) return
    session.network.receive(protocol, packet)
  }

  #lcpDown(): void {
    const session = this.#session
    if (!session) return
    session.echo.stop()
    session.auth?.stop()
    session.auth = undefined
    session.network.lowerDown()
    this.#io.sendAs(defaultPeer)
    if (session.ending) return
    this.#again(session, 'establish')
  }

  /** The open link is negotiated anew; a peer that does so for ever is cut off, but not in the middle of a packet. */
  #again(session: Session, phase: 'establish' | 'network'): void {
    this.#counters.renegotiations++
    const seen = session.renegotiations.count(this.#o.clock.monotonicUs())
    if (seen === undefined) return this.#enter(phase)
    session.ending = { code: 'link-lcp-loops', seen }
    this.#o.clock.schedule(0, () => {
      if (this.#session === session) this.#terminate('link-lcp-loops', seen)
    })
  }

  #lcpFinished(): void {
    const session = this.#session
    if (session) this.#finish(session.ending ?? endingWithoutLcp(session, this.#counters))
  }

  #lcpFailed(): void {
    const session = this.#session
    if (!session) return
    const { code, seen } = endingWithoutLcp(session, this.#counters)
    this.#terminate(code, seen)
  }

  #networkUp(): void {
    const session = this.#session
    if (!session || session.ending) return
    const up = upOf(session, this.#o.server)
    this.#mtu = up.mtu
    session.wasUp = true
    this.#limit.arrived()
    session.lastIpUs = this.#o.clock.monotonicUs()
    this.#enter('open')
    this.#io.emit(up)
    if (this.#mtu < smallMtu) this.#warn('link-mtu-small', `MTU ${this.#mtu}`)
  }

  #warn(code: FaultCode, seen: string): void {
    this.#io.emit({ kind: 'warning', code, seen, said: wordsOf(quoted(seen)) })
  }

  #networkAgain(): void {
    const session = this.#session
    if (!session || session.ending || this.#phase !== 'open') return
    this.#again(session, 'network')
  }

  #networkEnded({ code, seen }: Ending): void {
    if (!this.#session?.ending) this.#terminate(code, seen)
  }

  #hungUp(text: string): void {
    const session = this.#session
    if (!session) return
    if (session.ending) return this.#finish(session.ending)
    this.#finish(endingOfHangUp(session, this.#phase, this.#o.clock.monotonicUs(), text))
  }

  /** The peer is gone: no use in sending a Terminate-Request and waiting for its answer. */
  #lost(code: FaultCode, seen: SeenLine): void {
    const session = this.#session
    if (session)
      this.#finish(endingOf(session, this.#phase, this.#o.clock.monotonicUs(), code, seen))
  }

  #terminate(code: FaultCode, seen: SeenLine): void {
    const session = this.#session
    if (!session) return
    if (this.#phase === 'terminate') return
    session.ending ??= { code, seen }
    session.auth?.stop()
    session.network.abandon()
    this.#enter('terminate')
    session.lcp.close()
  }

  #finish(ending: Ending): void {
    const session = this.#session
    if (!session) return
    this.#session = undefined
    session.lcp.abandon()
    session.network.abandon()
    session.auth?.stop()
    session.echo.stop()
    session.watch.stop()
    this.#limit.arrived()
    this.#io.sendAs(defaultPeer)
    this.#enter('dead')
    const said = wordsOf(ending.seen)
    this.#io.emit({ kind: 'down', code: ending.code, seen: said.en, said })
    for (const resolve of this.#closers.splice(0)) resolve()
  }
}

import type { Outcome } from './answer'
import type { Air } from './air'
import type { AtPlace } from './at-place'
import type { Cause } from './causes'
import type { ContextAuth } from './contexts'
import { DataCall } from './data-call'
import type { CallPeer, CallSide } from './data-call'
import { NetworkGateway } from './gateway'
import type { ModemBase } from './modem-base'
import { admits } from './network'
import { onlyCauses } from './pdp-grant'
import { PppPeer } from './ppp-peer'
import type { PppDemand } from './ppp-peer'
import { replayPoint } from './replay/replay-point'
import type { RecordedCall } from './replay/recorded-call'
import type { Session, SessionEnd } from './session'

/** What calls tell the modem around them. */
export interface CallWatch {
  /** For `+CGEV: …`. */
  event(text: string): void
  /** DCD of the channel a call is on. */
  carrier(channel: AtPlace, up: boolean): void
}

const REPLAY_CID = 1

const noCarrier = { final: { kind: 'no-carrier' } } as const

/** Data sessions of the modem's contexts, and the one call that may be on one of them. */
export class Calls {
  readonly #modem: ModemBase
  readonly #air: Air
  readonly #watch: CallWatch
  #current: DataCall | undefined
  /** Contexts whose bearer is the subscription's own. */
  readonly #byDefault = new Set<number>()
  /** What PPP insists on, whatever AT+CGAUTH says. */
  demand: 'pap' | 'chap' | 'none' | undefined
  constructor(modem: ModemBase, air: Air, watch: CallWatch) {
    this.#modem = modem
    this.#air = air
    this.#watch = watch
    modem.contexts.onEnd((cid, session) => this.#sessionEnded(cid, session))
  }
  get current(): DataCall | undefined {
    return this.#current
  }
  /** Opens a session for a context: the cause when the network refuses, undefined when it is active. */
  activate(cid: number): Cause | undefined {
    return this.#activate(cid, true)
  }
  release(cid: number): void {
    this.#modem.contexts.get(cid)?.end('released')
  }
  dial(channel: AtPlace, cid: number): Outcome {
    if (this.#current) return noCarrier
    return {
      waitMs: this.#modem.pick(this.#modem.persona.timing.dialMs),
      abortable: true,
      aborted: noCarrier,
      then: () => {
        // PPP brings its own name and password, so AT+CGAUTH has no last word here.
        if (this.#current || this.#activate(cid, false)) return noCarrier
        return { final: { kind: 'connect' }, after: () => this.#connect(channel, cid) }
      },
    }
  }
  resume(channel: AtPlace): Outcome {
    const call = this.#current
    if (call?.state !== 'held' || call.channel !== channel) return noCarrier
    return { final: { kind: 'connect' }, after: () => call.resume(channel) }
  }
  /** A recording said CONNECT: a network that treats the host as the recorded one did. */
  replay(channel: AtPlace, recorded: RecordedCall): void {
    const { contexts, card, network, pace } = this.#modem
    const { demand, endLines, endedAfterMs } = recorded
    const imsi = card.data?.imsi ?? ''
    contexts.get(REPLAY_CID)?.end('released')
    contexts.add(REPLAY_CID, network.openSession(imsi, replayPoint(recorded)))
    this.demand = demand === 'either' ? undefined : demand
    this.#connect(channel, REPLAY_CID, endLines.length > 0 ? endLines : undefined)
    const call = this.#current
    if (endedAfterMs === undefined || !call) return
    pace.schedule(endedAfterMs, () => {
      if (this.#current === call) call.end('network')
    })
  }
  hangUp(): void {
    this.#current?.end('silent')
  }
  /** DTR fell, or the channel is gone: a call on it is held or ended as AT&D says. */
  dropped(channel: AtPlace, how: 'closed' | 'dtr'): void {
    const call = this.#current
    if (call?.channel !== channel) {
      if (how === 'dtr' && channel.settings['&D'] > 0) channel.drop()
      return
    }
    if (how === 'closed') call.end('silent')
    else if (channel.settings['&D'] === 1) call.hold()
    else if (channel.settings['&D'] === 2) call.end('dtr')
  }
  /**
   * On LTE an attach brings a bearer up: the first context's where it names an access point the network gives, otherwise
   * the subscription's own (23.401, 4.3.20): there is no registration without one.
   */
  attached(): void {
    const { stored, contexts, card, network } = this.#modem
    if (!this.#onLte() || contexts.cids.length > 0) return
    const named = [...stored.contexts.values()].find((context) => context.apn !== '')
    if (named && !this.activate(named.cid)) return
    const first = [...stored.contexts.values()].sort((a, b) => a.cid - b.cid)[0]
    const point = network.provider(card.data?.imsi)?.defaultPoint
    if (!first || !point || card.data === undefined) return
    contexts.add(first.cid, network.openSession(card.data.imsi, point))
    this.#byDefault.add(first.cid)
    this.#watch.event(`EPS PDN ACT ${first.cid}`)
  }

  #activate(cid: number, checked: boolean): Cause | undefined {
    const { contexts, card, radio, network, stored } = this.#modem
    // A bearer of the subscription is no answer to a context that names its access point.
    const present = contexts.get(cid)
    if (present && !(this.#byDefault.has(cid) && stored.contexts.get(cid)?.apn)) return undefined
    const imsi = card.data?.imsi
    if (imsi === undefined || radio.state.kind !== 'registered') return this.#refused(38)
    const { apn = '', type = 'IP' } = stored.contexts.get(cid) ?? {}
    const result = network.activate(imsi, { apn, type, offer: this.#air.offer })
    if ('esmCause' in result) return this.#refused(result.esmCause)
    const auth = stored.auth.get(cid) ?? { user: '', password: '' }
    if (checked && !admits(result.session.point, auth)) {
      result.session.end('released')
      return this.#refused(29)
    }
    this.#byDefault.delete(cid)
    contexts.add(cid, result.session)
    present?.end('released')
    this.#activated(cid, result.cause)
    return undefined
  }
  /** A context that got one family of two is told with the reason (27.007, 10.1.19): 0 IPv4 only, 1 IPv6 only. */
  #activated(cid: number, cause: number | undefined): void {
    if (cause === undefined) return this.#watch.event(`EPS PDN ACT ${cid}`)
    this.#refused(cause)
    this.#watch.event(`ME PDN ACT ${cid},${cause === onlyCauses.ipv4 ? 0 : 1}`)
  }
  #refused(esmCause: number): Cause {
    const cause = { table: 'esm', code: esmCause } as const
    this.#modem.lastCause = cause
    return cause
  }
  #connect(channel: AtPlace, cid: number, endLines?: readonly string[]): void {
    const modem = this.#modem
    const session = modem.contexts.get(cid)
    if (!session) return
    const onEnd = () => this.#ended(call)
    const call = new DataCall({ modem, channel, cid, session, onEnd, endLines })
    this.#current = call
    session.watchIdle(this.#air.idleMinutes)
    this.#watch.carrier(channel, true)
    call.start((side) => this.#ppp(side, cid))
  }
  #ppp(side: CallSide, cid: number): CallPeer {
    const { clock, chance, network, radio, stored } = this.#modem
    const { session } = side
    const reachable = () => radio.state.kind === 'registered'
    return new PppPeer({
      side,
      clock,
      chance,
      demand: this.demand ?? demandOf(stored.auth.get(cid), session),
      gateway: new NetworkGateway({ session, network, clock, chance, air: this.#air, reachable }),
      refused: () => this.#refused(29),
    })
  }
  #ended(call: DataCall): void {
    this.#current = undefined
    this.#watch.carrier(call.channel, false)
    call.session.stopIdle()
    // On LTE the session belongs to the attach and stays; before LTE it belongs to the call.
    if (!this.#onLte()) call.session.end('released')
  }
  #sessionEnded(cid: number, session: Session): void {
    this.#byDefault.delete(cid)
    const reason: SessionEnd = session.ended ?? 'released'
    const byNetwork = reason === 'idle' || reason === 'killed' || reason === 'lost'
    if (byNetwork) this.#refused(36)
    if (this.#current?.session === session) this.#current.end('network')
    this.#watch.event(byNetwork ? `NW PDN DEACT ${cid}` : `ME PDN DEACT ${cid}`)
    // Without its bearer an LTE modem is detached, and attaches anew.
    if ((reason === 'idle' || reason === 'killed') && this.#onLte()) this.#modem.radio.reattach()
  }
  #onLte(): boolean {
    const state = this.#modem.radio.state
    return 'cell' in state && state.cell.technology === 'lte'
  }
}

/** What PPP asks for: the method of AT+CGAUTH; without one, whatever the host can, if the access point has users. */
function demandOf(auth: ContextAuth | undefined, { point }: Session): PppDemand {
  if (auth?.type === 1) return 'pap'
  if (auth?.type === 2) return 'chap'
  return point.users.length > 0 ? 'either' : 'none'
}

import type { Cancel, Clock } from '../ports/clock'
import type { Chance } from '../ports/chance'
import { PppLink } from '../ppp/link'
import type { LinkPhase, ServerOptions } from '../ppp/link-types'
import type { CallPeer, CallSide } from './data-call'
import { MODEM_ADDRESS } from './gateway'
import type { NetworkGateway } from './gateway'
import { modemIdentifier } from './ipv6-network'
import { admits } from './network'
import type { AccessPoint } from './providers'
import { endedByNetwork } from '../ppp/words'

/** What PPP demands of the host. `either`: CHAP first, PAP when the host cannot. */
export type PppDemand = 'pap' | 'chap' | 'either' | 'none'

/** Between the Terminate-Acknowledge and the modem's own words. */
const FAREWELL_MS = 300
/** A host that does not answer a Terminate-Request is not waited for longer. */
const FAREWELL_LIMIT_MS = 1_000

/** The PPP server of a modem: gives the session's address and name servers, and passes packets to the gateway. */
export class PppPeer implements CallPeer {
  readonly #link: PppLink
  readonly #gateway: NetworkGateway
  readonly #clock: Clock
  #over = false
  #farewell: Cancel | undefined
  constructor(options: {
    side: CallSide
    demand: PppDemand
    gateway: NetworkGateway
    clock: Clock
    chance: Chance
    /** The network refused the name and password. */
    refused: () => void
  }) {
    const { side, gateway, clock } = options
    this.#gateway = gateway
    this.#clock = clock
    this.#link = new PppLink({
      role: 'server',
      clock,
      chance: options.chance,
      write: (bytes) => side.toHost(bytes),
      server: serverOptions(side, options.demand),
      families: side.session.families,
      echoIntervalMs: 30_000,
      // A host that went away leaves the modem in data mode; it does not come out by itself.
      timers: { echoFailures: Number.MAX_SAFE_INTEGER },
    })
    gateway.onPacket((packet) => this.#link.sendIp(packet))
    let phase: LinkPhase = 'dead'
    this.#link.on((event) => {
      if (event.kind === 'ip') gateway.fromModem(event.packet)
      if (event.kind === 'down' && event.code === 'link-auth-refused') options.refused()
      if (event.kind === 'down') this.#ended(side)
      if (event.kind !== 'phase') return
      // A refused host is told so by us and answers at once; a host that leaves was answered already.
      if (event.phase === 'terminate' && phase !== 'authenticate' && !this.#over)
        this.#farewell = clock.schedule(FAREWELL_MS, () => this.#ended(side))
      phase = event.phase
    })
    this.#link.open()
  }
  fromHost(bytes: Uint8Array): void {
    this.#link.feed(bytes)
  }
  farewell(done: () => void): void {
    this.#over = true
    this.#farewell?.()
    this.#farewell = this.#clock.schedule(FAREWELL_LIMIT_MS, done)
    void this.#link.close(endedByNetwork).then(done)
  }
  stop(): void {
    this.#over = true
    this.#link.abort()
    this.#farewell?.()
    this.#gateway.close()
  }
  #ended(side: CallSide): void {
    if (this.#over) return
    this.#over = true
    side.ended()
  }
}

function serverOptions(side: CallSide, demand: PppDemand): ServerOptions {
  const { point, address, ipv6 } = side.session
  return {
    require: demand === 'either' ? 'chap' : demand,
    address: MODEM_ADDRESS,
    clientAddress: address ?? '0.0.0.0',
    ...(ipv6 && { ipv6: { identifier: modemIdentifier, clientIdentifier: ipv6.identifier } }),
    dns: point.dns,
    check: (user, password) => admits(point, { user, password }),
    ...(point.users.length > 0 && { secretOf: (user) => secretOf(point, user) }),
    quirks: { strictAuth: demand === 'pap' || demand === 'chap' },
  }
}

function secretOf(point: AccessPoint, user: string): string | undefined {
  return point.users.find((row) => row.user === user)?.password
}

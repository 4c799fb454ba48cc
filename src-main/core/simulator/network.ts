import type { Chance } from '../ports/chance'
import { between } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { Outside } from '../ports/outside'
import type { OpenTls } from '../ports/tls'
import { SimulatedInternet } from './internet'
import type { IpFamily } from '../ip/address'
import type { Operator } from './operators'
import { operators } from './operators'
import { grantOf, type IpOffer } from './pdp-grant'
import type { AccessPoint, Provider } from './providers'
import { providerOf, providers } from './providers'
import { Session, type SessionIpv6 } from './session'
import { MessageCentre } from './sms/message-centre'
import { Exchange } from './exchange'

export interface Credentials {
  readonly user: string
  readonly password: string
}

/** The network's word on an activation: a session, with the cause where it has less than was asked; or the ESM cause of the refusal. */
export type Activation =
  | { readonly session: Session; readonly cause?: number }
  | { readonly esmCause: number }

/** A context that asks for a session. */
export interface Wish {
  readonly apn: string
  /** IP, IPV6, IPV4V6. */
  readonly type: string
  /** What the network gives, where that is not what the access point says. */
  readonly offer?: IpOffer | undefined
}

/** Operators, providers and their sessions: one for all modems of a bench. */
export class SimulatedNetwork {
  readonly operators: readonly Operator[]
  readonly providers: readonly Provider[]
  readonly internet: SimulatedInternet
  /** This computer, for modems that were told that they may reach it; undefined where there is no way. */
  readonly outside: Outside | undefined
  /** Ciphers what goes over TLS to this computer; undefined: no modem reaches its servers over TLS. */
  readonly openTls: OpenTls | undefined
  readonly messageCentre = new MessageCentre()
  readonly exchange = new Exchange()
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #sessions = new Set<Session>()
  readonly #handedOut = new Map<string, number>()
  #prefixes = 1
  constructor(options: {
    clock: Clock
    chance: Chance
    operators?: readonly Operator[]
    providers?: readonly Provider[]
    outside?: Outside
    openTls?: OpenTls
  }) {
    this.#clock = options.clock
    this.#chance = options.chance
    this.operators = options.operators ?? operators
    this.providers = options.providers ?? providers
    this.outside = options.outside
    this.openTls = options.openTls
    this.internet = new SimulatedInternet(() => options.clock.nowMs())
  }

  operator(plmn: string): Operator | undefined {
    return this.operators.find((operator) => operator.plmn === plmn)
  }
  provider(imsi: string | undefined): Provider | undefined {
    return providerOf(this.providers, imsi)
  }
  isHome(imsi: string, plmn: string): boolean {
    return this.provider(imsi)?.home.includes(plmn) ?? imsi.startsWith(plmn)
  }
  /** The EMM cause for which this card is refused in this network, or undefined: welcome. */
  refusal(imsi: string, plmn: string): number | undefined {
    const provider = this.provider(imsi)
    if (!provider) return 2
    return provider.allowed.includes(plmn) ? undefined : 11
  }

  /** The access point of a card, or the ESM cause: 27 nobody knows the name, 33 another provider's. */
  accessPoint(imsi: string, apn: string): AccessPoint | number {
    const wanted = apn.toLowerCase()
    const own = this.provider(imsi)?.accessPoints.find((point) => point.apn === wanted)
    if (own) return own
    const known = this.providers.some((other) =>
      other.accessPoints.some((point) => point.apn === wanted),
    )
    return known ? 33 : 27
  }
  activate(imsi: string, { apn, type, offer }: Wish): Activation {
    const point = this.accessPoint(imsi, apn)
    if (typeof point === 'number') return { esmCause: point }
    const given = offer ?? point.offer ?? 'ipv4'
    const grant = grantOf(given, type)
    if ('esmCause' in grant) return grant
    const session = this.openSession(imsi, point, given, grant.families)
    return grant.cause === undefined ? { session } : { session, cause: grant.cause }
  }
  /** A session on an access point, whoever the card is of. */
  openSession(
    imsi: string,
    point: AccessPoint,
    offer: IpOffer = 'ipv4',
    families: readonly IpFamily[] = ['ipv4'],
  ): Session {
    const addresses = {
      ipv4: families.includes('ipv4') ? this.#address(point) : null,
      ipv6: families.includes('ipv6') ? this.#ipv6() : null,
    }
    const session = new Session({ imsi, point, addresses, offer, clock: this.#clock })
    this.#sessions.add(session)
    session.onEnd(() => this.#sessions.delete(session))
    return session
  }
  sessionsOf(imsi: string): readonly Session[] {
    return [...this.#sessions].filter((session) => session.imsi === imsi)
  }
  get sessions(): readonly Session[] {
    return [...this.#sessions]
  }
  /** What an operator's console calls "delete session". Returns how many there were. */
  kill(imsi: string): number {
    const sessions = this.sessionsOf(imsi)
    for (const session of sessions) session.end('killed')
    return sessions.length
  }
  /** The time a packet takes to the internet and back: radio, core network, and a tail. */
  roundTripMs(): number {
    const tail = this.#chance.next() < 0.05 ? between(this.#chance, 40, 160) : 0
    return 38 + between(this.#chance, 0, 24) + tail
  }
  dispose(): void {
    for (const session of this.#sessions) session.stopIdle()
  }

  /** Each session has a prefix of its own, of those for documentation (RFC 3849). */
  #ipv6(): SessionIpv6 {
    this.#prefixes++
    return {
      prefix: `2001:db8:64:${this.#prefixes.toString(16)}::`,
      identifier: Uint8Array.of(0, 0, 0, 0, 0, 0, 0x64, this.#prefixes & 0xff),
    }
  }

  #address(point: AccessPoint): string {
    const { network, first } = point.pool
    const taken = new Set([...this.#sessions].map((session) => session.address))
    for (;;) {
      // By pool, not by name: the bearer of an attach has another pool for the same access point.
      const count = this.#handedOut.get(network) ?? 0
      this.#handedOut.set(network, count + 1)
      const last = first[count] ?? 2 + ((count * 37 + 11) % 250)
      const address = `${network}.${last}`
      if (!taken.has(address) || taken.size > 200) return address
    }
  }
}

/** Whether a name and password open an access point. */
export function admits(point: AccessPoint, given: Credentials): boolean {
  if (point.users.length === 0) return true
  return point.users.some((row) => row.user === given.user && row.password === given.password)
}

import { concat } from '../bytes'
import { between, type Chance } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import {
  buildInformationRequest,
  dhcpv6Ports,
  dhcpv6Servers,
  dhcpv6Types,
  parseDhcpv6,
} from './dhcpv6'
import { icmpv6Types } from './icmpv6'
import type { IcmpMessage } from './icmp-message'
import { ipv6Octets, ipv6Text, isLinkLocal } from './ipv6-address'
import type { Ipv6State } from './ipv6-state'
import { isUnreadable, type IpPacket } from './packet'
import {
  parseAdvertisement,
  type AdvertisedPrefix,
  type RouterAdvertisement,
} from './router-advertisement'

export const allNodes = 'ff02::1'
export const allRouters = 'ff02::2'

/** RFC 4861 10: three tries 4 s apart; then ever more seldom, since a router may come later (RFC 7559). */
const solicitEveryMs = 4_000
const firstTries = 3
const longestPauseMs = 3_600_000
/** RFC 8415 7.6, INF_TIMEOUT; each try waits twice as long. */
const askAgainMs = 1_000
const mostAsked = 6
const infinite = 0xffffffff

export interface AutoconfigurationOptions {
  readonly clock: Clock
  readonly chance: Chance
  /** Made from the interface identifier that IPV6CP agreed on: unique on this link, so that none looks for duplicates (RFC 5072 5). */
  readonly linkLocal: string
  /** Sends an ICMPv6 message from the link-local address; it must not pass a router. */
  solicit(to: string, type: number): void
  /** Sends a datagram of DHCPv6. */
  ask(to: string, port: number, data: Uint8Array): void
  changed(): void
}

/** An IPv6 address from a router's advertisements (RFC 4862), and name servers from them (RFC 8106) or DHCPv6 (RFC 8415). */
export class Autoconfiguration {
  readonly #o: AutoconfigurationOptions
  #cancel: Cancel | undefined
  #asking: Cancel | undefined
  #tries = 0
  #transaction = 0
  #expires: Cancel | undefined
  mtu: number | null = null
  #state: Ipv6State

  constructor(options: AutoconfigurationOptions) {
    this.#o = options
    this.#state = {
      linkLocal: options.linkLocal,
      address: null,
      prefix: null,
      router: null,
      dns: [],
      dnsFrom: null,
      nat64: null,
      progress: 'asking',
    }
  }

  get state(): Ipv6State {
    return this.#state
  }

  start(): void {
    this.#o.solicit(allRouters, icmpv6Types.routerSolicitation)
    this.#tries++
    const late = this.#tries - firstTries
    const pause = solicitEveryMs * (late > 0 ? 2 ** Math.min(late, 20) : 1)
    this.#cancel = this.#o.clock.schedule(Math.min(longestPauseMs, pause), () => {
      if (this.#tries >= firstTries && this.#state.progress === 'asking')
        this.#set({ progress: 'no-router' })
      this.start()
    })
  }

  stop(): void {
    for (const cancel of [this.#cancel, this.#asking, this.#expires]) cancel?.()
    this.#cancel = this.#asking = this.#expires = undefined
  }

  #set(change: Partial<Ipv6State>): void {
    const now = { ...this.#state, ...change }
    const same = JSON.stringify(now) === JSON.stringify(this.#state)
    this.#state = now
    if (!same) this.#o.changed()
  }

  /** Returns why an advertisement was dropped (RFC 4861 6.1.2). */
  advertised(packet: IpPacket, message: IcmpMessage): string | undefined {
    if (packet.ttl !== 255) return 'a router advertisement that came over a router'
    if (!isLinkLocal(packet.src) || message.code !== 0) return 'a router advertisement of no router'
    const ra = parseAdvertisement(packet.payload.subarray(4))
    if (isUnreadable(ra)) return ra.error
    this.#cancel?.()
    this.#cancel = undefined
    if (ra.mtu !== null && ra.mtu >= 1280) this.mtu = ra.mtu
    this.#take(packet.src, ra)
    return undefined
  }

  #take(router: string, ra: RouterAdvertisement): void {
    const prefix = ra.prefixes.find(
      (one) => one.autonomous && one.length === 64 && one.validSeconds > 0,
    )
    const gone = ra.prefixes.some(
      (one) => one.validSeconds === 0 && `${one.prefix}/64` === this.#state.prefix,
    )
    const dns = ra.dns.length > 0 ? ({ dns: ra.dns, dnsFrom: 'router' } as const) : {}
    const address = prefix ? this.#addressIn(prefix) : gone ? null : this.#state.address
    if (prefix) this.#expireAfter(prefix.validSeconds)
    this.#set({
      address,
      prefix: prefix ? `${prefix.prefix}/64` : address && this.#state.prefix,
      router: ra.lifetimeSeconds > 0 ? router : null,
      nat64: ra.nat64 ?? this.#state.nat64,
      progress: address === null ? 'no-prefix' : 'ready',
      ...dns,
    })
    // M without O means both (RFC 4861 4.2); an address by DHCPv6 is not asked for.
    if ((ra.other || ra.managed) && ra.dns.length === 0) this.#askForServers()
  }

  #addressIn({ prefix }: AdvertisedPrefix): string {
    const [head, own] = [prefix, this.#o.linkLocal].map((one) => ipv6Octets(one))
    return ipv6Text(concat([(head ?? noAddress).subarray(0, 8), (own ?? noAddress).subarray(8)]))
  }

  #expireAfter(seconds: number): void {
    this.#expires?.()
    this.#expires = undefined
    // Longer than any session, and than a timer may wait: 20 days.
    if (seconds === infinite || seconds > 1_728_000) return
    this.#expires = this.#o.clock.schedule(seconds * 1000, () =>
      this.#set({ address: null, prefix: null, progress: 'no-prefix' }),
    )
  }

  /** A prefix of NAT64 that the name servers gave away (RFC 7050). */
  foundNat64(prefix: string): void {
    this.#set({ nat64: prefix })
  }

  #askForServers(): void {
    if (this.#asking || this.#state.dns.length > 0) return
    this.#transaction = between(this.#o.chance, 0, 0xffffff)
    this.#request(0, 0)
  }

  #request(tries: number, elapsedMs: number): void {
    const identifier = (ipv6Octets(this.#o.linkLocal) ?? noAddress).subarray(8)
    const { ask, clock } = this.#o
    const request = { transaction: this.#transaction, identifier, elapsedMs }
    ask(dhcpv6Servers, dhcpv6Ports.server, buildInformationRequest(request))
    if (tries + 1 >= mostAsked) return
    const waitMs = askAgainMs * 2 ** tries
    this.#asking = clock.schedule(waitMs, () => this.#request(tries + 1, elapsedMs + waitMs))
  }

  /** What came to the port of a DHCPv6 client. */
  informed(data: Uint8Array): void {
    const message = parseDhcpv6(data)
    if (isUnreadable(message) || message.type !== dhcpv6Types.reply) return
    if (message.transaction !== this.#transaction || !this.#asking) return
    this.#asking()
    this.#asking = undefined
    if (message.dns.length > 0) this.#set({ dns: message.dns, dnsFrom: 'dhcpv6' })
  }
}

const noAddress = new Uint8Array(16)

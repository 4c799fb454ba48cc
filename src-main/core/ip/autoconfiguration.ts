import { concat } from '../bytes'
import type { Chance } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import { dhcpv6Ports, dhcpv6Servers } from './dhcpv6'
import { DuplicateCheck } from './duplicate-check'
import { Dhcpv6Client } from './dhcpv6-client'
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
const infinite = 0xffffffff

export interface AutoconfigurationOptions {
  readonly clock: Clock
  readonly chance: Chance
  /** Made from the interface identifier that IPV6CP agreed on: unique on this link, so that none looks for duplicates (RFC 5072 5). */
  readonly linkLocal: string
  /** Sends an ICMPv6 message from the link-local address; it must not pass a router. */
  solicit(to: string, type: number): void
  /** Asks who on the link has this address (a neighbour solicitation from no address). */
  askForOwner(address: string): void
  /** Sends a datagram of DHCPv6. */
  ask(to: string, port: number, data: Uint8Array): void
  changed(): void
}

/** An IPv6 address from a router's advertisements (RFC 4862) or lent by DHCPv6 (RFC 8415), and name servers from either (RFC 8106). */
export class Autoconfiguration {
  readonly #o: AutoconfigurationOptions
  #cancel: Cancel | undefined
  #tries = 0
  #expires: Cancel | undefined
  mtu: number | null = null
  #state: Ipv6State
  readonly #dhcp: Dhcpv6Client
  readonly #duplicates: DuplicateCheck

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
    const { clock, chance, linkLocal } = options
    this.#duplicates = new DuplicateCheck({ clock, ask: (address) => options.askForOwner(address) })
    this.#dhcp = new Dhcpv6Client({
      ...{ clock, chance, identifier: (ipv6Octets(linkLocal) ?? noAddress).subarray(8) },
      ask: (data) => options.ask(dhcpv6Servers, dhcpv6Ports.server, data),
      told: (dns) => this.#told(dns),
      check: (address, done) => this.#duplicates.start(address, done),
      lent: (address) => this.#lent(address),
      taken: () => this.#taken(),
    })
  }

  get state(): Ipv6State {
    return this.#state
  }

  /** An address that is about to be ours, if nobody on the link has it. */
  get tentative(): string | undefined {
    return this.#duplicates.tentative
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
    for (const cancel of [this.#cancel, this.#expires]) cancel?.()
    this.#cancel = this.#expires = undefined
    this.#dhcp.stop()
    this.#duplicates.stop()
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
    const lends = ra.managed && address === null
    if (prefix) this.#expireAfter(prefix.validSeconds)
    this.#set({
      address,
      prefix: prefix ? `${prefix.prefix}/64` : address && this.#state.prefix,
      router: ra.lifetimeSeconds > 0 ? router : null,
      nat64: ra.nat64 ?? this.#state.nat64,
      progress: address !== null ? 'ready' : lends ? 'no-lease' : 'no-prefix',
      ...dns,
    })
    // M without O means both (RFC 4861 4.2); where a prefix makes an address, none is borrowed beside it.
    if (lends) this.#dhcp.borrow()
    else if ((ra.other || ra.managed) && this.#state.dns.length === 0) this.#dhcp.askForServers()
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

  /** What came to the port of a DHCPv6 client. */
  informed(data: Uint8Array): void {
    this.#dhcp.informed(data)
  }

  #told(dns: readonly string[]): void {
    if (dns.length > 0 && this.#state.dnsFrom !== 'router') this.#set({ dns, dnsFrom: 'dhcpv6' })
  }

  /** Somebody on the link said that this address is his, or looks for it as one that is about to take it. */
  neighbourHas(address: string): void {
    this.#duplicates.heard(address)
  }

  #taken(): void {
    if (this.#state.prefix === null) this.#set({ progress: 'taken' })
  }

  /** Lent by a server, or (null) not any more. */
  #lent(address: string | null): void {
    // What a router gives for ever is not given up for what is lent.
    if (this.#state.prefix !== null) return
    this.#set({ address, progress: address === null ? 'no-lease' : 'ready' })
  }
}

const noAddress = new Uint8Array(16)

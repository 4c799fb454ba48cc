import { IpHost } from '../ip/host'
import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { OpenTls } from '../ports/tls'
import type { LinkEvent, PppLink } from '../ppp/link'

type Up = Extract<LinkEvent, { kind: 'up' }>

/** The addresses and name servers a link came up with, and the IP host on it. */
export interface UpLink {
  readonly link: PppLink
  readonly host: IpHost
  readonly up: Up
  readonly sinceMs: number
}

export interface UpLinkOptions {
  readonly clock: Clock
  readonly chance: Chance
  readonly openTls: OpenTls | undefined
  /** The IPv6 side of the link that is up learnt something: an address, name servers. */
  readonly onIpv6: () => void
}

/** Keeps the one link that is up and its IP host; one that comes up later takes its place. */
export class UpLinkKeeper {
  readonly #o: UpLinkOptions
  #now: UpLink | undefined

  constructor(options: UpLinkOptions) {
    this.#o = options
  }

  get now(): UpLink | undefined {
    return this.#now
  }
  cameUp(link: PppLink, up: Up): void {
    const before = this.#now
    if (before?.link === link && sameAddresses(before.up, up)) {
      this.#now = { ...before, up }
      return
    }
    before?.host.close()
    const { clock, chance, openTls, onIpv6 } = this.#o
    const host = new IpHost({
      clock,
      chance,
      openTls,
      onIpv6,
      address: up.address,
      linkLocal: up.ipv6?.linkLocal,
      mtu: up.mtu,
      dns: [...up.dns],
      send: (packet) => link.sendIp(packet),
    })
    this.#now = { link, host, up, sinceMs: clock.nowMs() }
  }
  drop(): void {
    this.#now?.host.close()
    this.#now = undefined
  }
}

const sameAddresses = (before: Up, now: Up): boolean =>
  before.address === now.address && before.ipv6?.linkLocal === now.ipv6?.linkLocal

import { IpHost } from '../ip/host'
import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { OpenTls } from '../ports/tls'
import type { LinkEvent, PppLink } from '../ppp/link'

type Up = Extract<LinkEvent, { kind: 'up' }>

/** The address and name servers a link came up with, and the IP host on it. */
export interface UpLink {
  readonly link: PppLink
  readonly host: IpHost
  readonly up: Up
  readonly sinceMs: number
}

/** Keeps the one link that is up and its IP host; one that comes up later takes its place. */
export class UpLinkKeeper {
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #openTls: OpenTls | undefined
  #now: UpLink | undefined

  constructor(clock: Clock, chance: Chance, openTls: OpenTls | undefined) {
    this.#clock = clock
    this.#chance = chance
    this.#openTls = openTls
  }

  get now(): UpLink | undefined {
    return this.#now
  }
  cameUp(link: PppLink, up: Up): void {
    this.#now?.host.close()
    const host = new IpHost({
      clock: this.#clock,
      chance: this.#chance,
      address: up.address,
      mtu: up.mtu,
      dns: [...up.dns],
      openTls: this.#openTls,
      send: (packet) => link.sendIp(packet),
    })
    this.#now = { link, host, up, sinceMs: this.#clock.nowMs() }
  }
  drop(): void {
    this.#now?.host.close()
    this.#now = undefined
  }
}

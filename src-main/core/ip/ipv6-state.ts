/**
 * How far the IPv6 side of a link is. `no-router`: three solicitations were not answered; they go on. `no-lease`: the router says that
 * addresses come by DHCPv6, and no server has lent one yet. `taken`: what a server lent is
 * somebody else's on this link; it was given back, and another is asked for.
 */
export type Ipv6Progress = 'asking' | 'ready' | 'no-router' | 'no-prefix' | 'no-lease' | 'taken'

/** What a link's IPv6 side knows of itself. */
export interface Ipv6State {
  /** For the link alone. */
  readonly linkLocal: string
  /** For the internet; null until a router advertised a prefix to make one from, or a server of DHCPv6 lent one. */
  readonly address: string | null
  /** As `2001:db8:1:2::/64`; null with the address, and for one of DHCPv6. */
  readonly prefix: string | null
  readonly router: string | null
  readonly dns: readonly string[]
  readonly dnsFrom: 'router' | 'dhcpv6' | null
  /** The prefix behind which IPv4 is reached, as `64:ff9b::/96`; null where none was found. */
  readonly nat64: string | null
  readonly progress: Ipv6Progress
}

import type { PeerFraming } from '../ppp/link-types'
import type { Ipv6State } from '../ip/ipv6-state'

/** What the IP layer of a slot has. */
export interface IpState {
  /** IPv4; null on a link that carries IPv6 alone. */
  readonly address: string | null
  readonly peerAddress: string | null
  /** Null on a link without IPv6. */
  readonly ipv6: Ipv6State | null
  readonly dns: readonly string[]
  readonly auth: 'pap' | 'chap' | 'none'
  /** Longest packet that may be sent. */
  readonly mtu: number
  readonly framing: PeerFraming
  readonly upMs: number
  readonly rxBytes: number
  readonly txBytes: number
}

/** The addresses of a link in one text: of IPv4, of IPv6, or of both. */
export function addressesText({ address, ipv6 }: Pick<IpState, 'address' | 'ipv6'>): string {
  return [address, ipv6 && (ipv6.address ?? ipv6.linkLocal)].filter((one) => one).join('  ')
}

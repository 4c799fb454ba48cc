import type { IpFamily } from '../ip/address'

/** What an access point has to give: a family alone, IPv6 alone with DNS64 and NAT64 behind it, or both. */
export const ipOffers = ['ipv4', 'ipv6', 'nat64', 'both'] as const
export type IpOffer = (typeof ipOffers)[number]

/** ESM causes of 3GPP TS 24.301 6.5.1.3 and 6.5.1.4. */
export const onlyCauses = { ipv4: 50, ipv6: 51 } as const

/** The families of a session, and the cause the network told where they are fewer than asked; or the refusal. */
export type PdpGrant =
  | { readonly families: readonly IpFamily[]; readonly cause?: number }
  | { readonly esmCause: number }

/** What a context of a type gets: both where both want it; one of two with the cause; a type that is not there is refused. */
export function grantOf(offer: IpOffer, type: string): PdpGrant {
  const has: readonly IpFamily[] =
    offer === 'both' ? ['ipv4', 'ipv6'] : [offer === 'ipv4' ? 'ipv4' : 'ipv6']
  if (type === 'IPV4V6') {
    const [only, other] = has
    return other === undefined && only
      ? { families: has, cause: onlyCauses[only] }
      : { families: has }
  }
  const asked = type === 'IPV6' ? 'ipv6' : 'ipv4'
  if (has.includes(asked)) return { families: [asked] }
  return { esmCause: onlyCauses[asked === 'ipv6' ? 'ipv4' : 'ipv6'] }
}

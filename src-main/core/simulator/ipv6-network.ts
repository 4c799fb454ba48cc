import type { RouterAdvertisement } from '../ip/router-advertisement'
import type { Session, SessionIpv6 } from './session'

/** The modem's own end of the link, and its interface identifier. */
export const modemLinkLocal = 'fe80::1'
export const modemIdentifier = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1)
/** The routers of every path behind it, as a traceroute sees them. */
export const routers6 = ['2001:db8:64::1', '2001:db8:127:10::16'] as const
export const dns6 = ['2001:db8:127::53', '2001:db8:127:1::53'] as const
/** The well-known prefix (RFC 6052 2.1). */
export const nat64Prefix = '64:ff9b::/96'

const forEver = 0xffffffff

/** What a mobile network's router says: one prefix for one host, for ever (3GPP TS 23.401 5.3.1.2.2). */
export function advertisementOf({ prefix }: SessionIpv6): RouterAdvertisement {
  return {
    hopLimit: 64,
    managed: false,
    other: false,
    lifetimeSeconds: 65_535,
    prefixes: [
      {
        prefix,
        length: 64,
        onLink: false,
        autonomous: true,
        validSeconds: forEver,
        preferredSeconds: forEver,
      },
    ],
    mtu: 1500,
    dns: dns6,
    nat64: null,
  }
}

/** The prefix by which this session reaches IPv4; undefined where there is none. */
export const nat64Of = ({ offer, ipv6 }: Session): string | undefined =>
  offer === 'nat64' && ipv6 ? nat64Prefix : undefined

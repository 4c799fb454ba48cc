import type { Words } from '../words'
import type { Facts } from '../at/knowledge'
import { parseDhcpv6 } from '../ip/dhcpv6'
import { icmpv6ErrorWords } from '../ip/icmpv6'
import { ipv6Text } from '../ip/ipv6-address'
import { isUnreadable } from '../ip/packet'
import { parseAdvertisement } from '../ip/router-advertisement'
import type { PacketSays } from './packet-says'
import { advertised, routerSays, gaveUp, isHere, isThereRouter, whoHas } from './words'

/** What ICMPv6 says besides echoes (RFC 4443, RFC 4861); `data` begins with its type. */
export function icmpv6Says(src: string, data: Uint8Array): PacketSays | undefined {
  const [type = 0, code = 0] = data
  const facts = { icmp_type: type, icmp_code: code }
  const said = (words: Words, more: Facts = {}): PacketSays => ({
    facts: { ...facts, ...more },
    words,
  })
  if (type >= 1 && type <= 4) {
    const why = icmpv6ErrorWords({ type, code })
    return {
      ...said(gaveUp(src, why)),
      severity: 'warning',
    }
  }
  switch (type) {
    case 133:
      return said(isThereRouter)
    case 134:
      return advertisement(src, data, said)
    case 135: {
      const target = ipv6Text(data, 8)
      return said(whoHas(target))
    }
    case 136: {
      const target = ipv6Text(data, 8)
      return said(isHere(target))
    }
    default:
      return undefined
  }
}

function advertisement(
  src: string,
  data: Uint8Array,
  said: (words: Words, more?: Facts) => PacketSays,
): PacketSays | undefined {
  const ra = parseAdvertisement(data.subarray(4))
  if (isUnreadable(ra)) return undefined
  const prefixes = ra.prefixes.map(({ prefix, length }) => `${prefix}/${length}`)
  const told = advertised({ ...ra, prefixes, isDefault: ra.lifetimeSeconds !== 0 })
  return said(routerSays(src, told), {
    prefixes,
    dns: [...ra.dns],
    managed: ra.managed,
    other: ra.other,
  })
}

const dhcpv6Names: { readonly [type: number]: string } = {
  1: 'Solicit',
  2: 'Advertise',
  3: 'Request',
  4: 'Confirm',
  5: 'Renew',
  6: 'Rebind',
  7: 'Reply',
  8: 'Release',
  9: 'Decline',
  10: 'Reconfigure',
  11: 'Information-request',
}

/** A message of DHCPv6 (RFC 8415); undefined for what is none. */
export function dhcpv6Says(data: Uint8Array, ports: Facts): PacketSays | undefined {
  const message = parseDhcpv6(data)
  if (isUnreadable(message)) return undefined
  const name = dhcpv6Names[message.type]
  if (name === undefined) return undefined
  const dns = message.dns.join(', ')
  return {
    facts: { ...ports, dhcpv6: name, dns: [...message.dns] },
    words: {
      en: `DHCPv6 ${name}${dns && `: DNS ${dns}`}.`,
      ja: `DHCPv6 ${name}${dns && `：DNS ${message.dns.join('、')}`}。`,
    },
  }
}

import type { Facts } from '../at/knowledge'
import { parseDhcpv6 } from '../ip/dhcpv6'
import { icmpv6ErrorWords } from '../ip/icmpv6'
import { ipv6Text } from '../ip/ipv6-address'
import { isUnreadable } from '../ip/packet'
import { parseAdvertisement } from '../ip/router-advertisement'
import type { PacketSays } from './packet-says'

/** What ICMPv6 says besides echoes (RFC 4443, RFC 4861); `data` begins with its type. */
export function icmpv6Says(src: string, data: Uint8Array): PacketSays | undefined {
  const [type = 0, code = 0] = data
  const facts = { icmp_type: type, icmp_code: code }
  const said = (en: string, ja: string, more: Facts = {}): PacketSays => ({
    facts: { ...facts, ...more },
    words: { en, ja },
  })
  if (type >= 1 && type <= 4) {
    const why = icmpv6ErrorWords({ type, code })
    return {
      ...said(`${src} gave a packet up: ${why.en}.`, `${src} からの通知：${why.ja}。`),
      severity: 'warning',
    }
  }
  switch (type) {
    case 133:
      return said('Is there a router?', 'ルーターへの問い合わせ（RS）です。')
    case 134:
      return advertisement(src, data, said)
    case 135: {
      const target = ipv6Text(data, 8)
      return said(`Who has ${target}?`, `${target} の問い合わせ（NS）です。`)
    }
    case 136: {
      const target = ipv6Text(data, 8)
      return said(`${target} is here.`, `${target} からの応答（NA）です。`)
    }
    default:
      return undefined
  }
}

function advertisement(
  src: string,
  data: Uint8Array,
  said: (en: string, ja: string, more?: Facts) => PacketSays,
): PacketSays | undefined {
  const ra = parseAdvertisement(data.subarray(4))
  if (isUnreadable(ra)) return undefined
  const prefixes = ra.prefixes.map(({ prefix, length }) => `${prefix}/${length}`)
  const parts: readonly (readonly [boolean, string, string])[] = [
    [prefixes.length > 0, `prefix ${prefixes.join(', ')}`, `プレフィックス ${prefixes.join('、')}`],
    [ra.dns.length > 0, `DNS ${ra.dns.join(', ')}`, `DNS ${ra.dns.join('、')}`],
    [ra.mtu !== null, `MTU ${ra.mtu ?? ''}`, `MTU ${ra.mtu ?? ''}`],
    [ra.nat64 !== null, `NAT64 ${ra.nat64 ?? ''}`, `NAT64 ${ra.nat64 ?? ''}`],
    [ra.managed, 'addresses by DHCPv6 (M)', 'アドレスは DHCPv6 で取得（M）'],
    [ra.other, 'more by DHCPv6 (O)', 'その他の情報は DHCPv6 で取得（O）'],
    [ra.lifetimeSeconds === 0, 'not to be sent to', 'デフォルトルーターではない'],
  ]
  const told = parts.filter(([has]) => has)
  return said(
    `Router ${src}: ${told.map(([, en]) => en).join(', ') || 'nothing to tell'}.`,
    `ルーター広告（RA、${src}）：${told.map(([, , ja]) => ja).join('、') || '情報なし'}。`,
    { prefixes, dns: [...ra.dns], managed: ra.managed, other: ra.other },
  )
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

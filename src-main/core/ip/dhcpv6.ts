import { concat } from '../bytes'
import { ipv6Octets, ipv6Text } from './ipv6-address'
import { uint16, type Unreadable } from './packet'

export const dhcpv6Ports = { client: 546, server: 547 } as const
/** All relays and servers of the link (RFC 8415 7.1). */
export const dhcpv6Servers = 'ff02::1:2'

export const dhcpv6Types = { reply: 7, informationRequest: 11 } as const
const option = { clientId: 1, requested: 6, elapsed: 8, dns: 23 } as const

/** Identifies us by an EUI-64, the interface identifier (RFC 8415 11.4, hardware type 27). */
const duidOf = (identifier: Uint8Array) => concat([Uint8Array.of(0, 3, 0, 27), identifier])

function optionOctets(code: number, value: Uint8Array): Uint8Array {
  const { length } = value
  return concat([Uint8Array.of(code >> 8, code & 0xff, length >> 8, length & 0xff), value])
}

const head = (type: number, transaction: number) =>
  Uint8Array.of(type, (transaction >> 16) & 0xff, (transaction >> 8) & 0xff, transaction & 0xff)

/** Asks for name servers and no address (RFC 8415 18.2.6). `elapsedMs`: since the first try. */
export function buildInformationRequest(request: {
  readonly transaction: number
  readonly identifier: Uint8Array
  readonly elapsedMs: number
}): Uint8Array {
  const hundredths = Math.min(0xffff, Math.round(request.elapsedMs / 10))
  return concat([
    head(dhcpv6Types.informationRequest, request.transaction),
    optionOctets(option.clientId, duidOf(request.identifier)),
    optionOctets(option.requested, Uint8Array.of(0, option.dns)),
    optionOctets(option.elapsed, Uint8Array.of(hundredths >> 8, hundredths & 0xff)),
  ])
}

export interface Dhcpv6Message {
  readonly type: number
  readonly transaction: number
  /** Name servers (RFC 3646). */
  readonly dns: readonly string[]
}

export function parseDhcpv6(bytes: Uint8Array): Dhcpv6Message | Unreadable {
  if (bytes.length < 4) return { error: 'shorter than a DHCPv6 header' }
  const dns: string[] = []
  for (let at = 4; at < bytes.length;) {
    const length = uint16(bytes, at + 2)
    if (at + 4 + length > bytes.length) return { error: 'an option of DHCPv6 does not fit' }
    if (uint16(bytes, at) === option.dns)
      for (let i = 0; i + 16 <= length; i += 16) dns.push(ipv6Text(bytes, at + 4 + i))
    at += 4 + length
  }
  const transaction = ((bytes[1] ?? 0) << 16) | uint16(bytes, 2)
  return { type: bytes[0] ?? 0, transaction, dns }
}

/** An answer, for the simulated network. */
export function buildDhcpv6Reply(transaction: number, dns: readonly string[]): Uint8Array {
  const servers = dns.map((server) => ipv6Octets(server) ?? new Uint8Array(16))
  return concat([head(dhcpv6Types.reply, transaction), optionOctets(option.dns, concat(servers))])
}

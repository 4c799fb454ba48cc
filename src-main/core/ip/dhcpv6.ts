import { concat } from '../bytes'
import { ipv6Octets, ipv6Text } from './ipv6-address'
import { uint16, uint32, type Unreadable } from './packet'

export const dhcpv6Ports = { client: 546, server: 547 } as const
/** All relays and servers of the link (RFC 8415 7.1). */
export const dhcpv6Servers = 'ff02::1:2'

export const dhcpv6Types = {
  solicit: 1,
  advertise: 2,
  request: 3,
  renew: 5,
  rebind: 6,
  reply: 7,
  decline: 9,
  informationRequest: 11,
} as const
const option = {
  clientId: 1,
  serverId: 2,
  addresses: 3,
  address: 5,
  requested: 6,
  preference: 7,
  elapsed: 8,
  status: 13,
  dns: 23,
} as const
/** The one association of addresses that a link has (IAID). */
const association = 1

/** Identifies us by an EUI-64, the interface identifier (RFC 8415 11.4, hardware type 27). */
const duidOf = (identifier: Uint8Array) => concat([Uint8Array.of(0, 3, 0, 27), identifier])

function optionOctets(code: number, value: Uint8Array): Uint8Array {
  const { length } = value
  return concat([Uint8Array.of(code >> 8, code & 0xff, length >> 8, length & 0xff), value])
}

const head = (type: number, transaction: number) =>
  Uint8Array.of(type, (transaction >> 16) & 0xff, (transaction >> 8) & 0xff, transaction & 0xff)

interface Dhcpv6Request {
  readonly transaction: number
  readonly identifier: Uint8Array
  /** Since the first try. */
  readonly elapsedMs: number
}

/** Asks for name servers and no address (RFC 8415 18.2.6). */
export function buildInformationRequest(request: Dhcpv6Request): Uint8Array {
  const hundredths = Math.min(0xffff, Math.round(request.elapsedMs / 10))
  return concat([
    head(dhcpv6Types.informationRequest, request.transaction),
    optionOctets(option.clientId, duidOf(request.identifier)),
    optionOctets(option.requested, Uint8Array.of(0, option.dns)),
    optionOctets(option.elapsed, Uint8Array.of(hundredths >> 8, hundredths & 0xff)),
  ])
}

/** Asks for an address, or to keep one, or gives one back that somebody else has (RFC 8415 18.2.1 to 18.2.8). `server`: the one that is meant; absent where any may answer. */
export function buildAddressRequest(
  type: number,
  request: Dhcpv6Request,
  server: Uint8Array | undefined,
  address: string | undefined,
): Uint8Array {
  const whole = buildInformationRequest(request)
  whole[0] = type
  const octets = address === undefined ? undefined : ipv6Octets(address)
  // Its lifetimes are the server's to choose.
  const kept = octets ? optionOctets(option.address, concat([octets, new Uint8Array(8)])) : none
  const head = Uint8Array.of(0, 0, 0, association, 0, 0, 0, 0, 0, 0, 0, 0)
  return concat([
    whole,
    ...(server ? [optionOctets(option.serverId, server)] : []),
    optionOctets(option.addresses, concat([head, kept])),
  ])
}

const none = new Uint8Array()

/** An address that a server lends, in seconds. */
export interface LentAddress {
  readonly address: string
  readonly validSeconds: number
  /** When to ask the server, and when anybody, to go on with it; 0: as the client likes. */
  readonly renewSeconds: number
  readonly rebindSeconds: number
}

export interface Dhcpv6Message {
  readonly type: number
  readonly transaction: number
  /** Name servers (RFC 3646). */
  readonly dns: readonly string[]
  readonly server?: Uint8Array
  /** 255: no better server will come (RFC 8415 21.8). Default 0. */
  readonly preference?: number
  /** Absent: none was lent. */
  readonly lent?: LentAddress
}

export function parseDhcpv6(bytes: Uint8Array): Dhcpv6Message | Unreadable {
  if (bytes.length < 4) return { error: 'shorter than a DHCPv6 header' }
  const options = optionsIn(bytes.subarray(4))
  if (!options) return { error: 'an option of DHCPv6 does not fit' }
  const valueOf = (code: number) => options.find((one) => one.code === code)?.value
  const dns: string[] = []
  for (const { code, value } of options)
    for (let i = 0; code === option.dns && i + 16 <= value.length; i += 16)
      dns.push(ipv6Text(value, i))
  const transaction = ((bytes[1] ?? 0) << 16) | uint16(bytes, 2)
  const [server, preference] = [valueOf(option.serverId), valueOf(option.preference)]
  const lent = lentIn(valueOf(option.addresses))
  return {
    ...{ type: bytes[0] ?? 0, transaction, dns },
    ...(server && { server: server.slice() }),
    ...(preference && { preference: preference[0] ?? 0 }),
    ...(lent && { lent }),
  }
}

interface Dhcpv6Option {
  readonly code: number
  readonly value: Uint8Array
}

/** Undefined where one does not fit. */
function optionsIn(bytes: Uint8Array): Dhcpv6Option[] | undefined {
  const options: Dhcpv6Option[] = []
  for (let at = 0; at < bytes.length;) {
    const length = uint16(bytes, at + 2)
    if (at + 4 + length > bytes.length) return undefined
    options.push({ code: uint16(bytes, at), value: bytes.subarray(at + 4, at + 4 + length) })
    at += 4 + length
  }
  return options
}

/** The first address of our association; undefined where there is none that lives, or a status that is no success. */
function lentIn(value: Uint8Array | undefined): LentAddress | undefined {
  if (!value || value.length < 12 || uint32(value, 0) !== association) return undefined
  const options = optionsIn(value.subarray(12))
  const status = options?.find(({ code }) => code === option.status)?.value
  if (status && uint16(status, 0) !== 0) return undefined
  const found = options?.find((one) => one.code === option.address && one.value.length >= 24)
  const validSeconds = found ? uint32(found.value, 20) : 0
  if (!found || validSeconds === 0) return undefined
  return {
    address: ipv6Text(found.value, 0),
    validSeconds,
    renewSeconds: uint32(value, 4),
    rebindSeconds: uint32(value, 8),
  }
}

/** An answer, for the simulated network. */
export function buildDhcpv6Reply(transaction: number, dns: readonly string[]): Uint8Array {
  const servers = dns.map((server) => ipv6Octets(server) ?? new Uint8Array(16))
  return concat([head(dhcpv6Types.reply, transaction), optionOctets(option.dns, concat(servers))])
}

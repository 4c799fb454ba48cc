import { concat } from '../bytes'
import { ipv6Octets, ipv6Text } from './ipv6-address'
import { uint16, uint32, type Unreadable } from './packet'

export const neighbourOption = {
  prefix: 3,
  mtu: 5,
  dns: 25,
  search: 31,
  nat64: 38,
} as const

export interface AdvertisedPrefix {
  /** `2001:db8:1:2::` */
  readonly prefix: string
  readonly length: number
  readonly onLink: boolean
  /** An address may be made from it (SLAAC). */
  readonly autonomous: boolean
  readonly validSeconds: number
  readonly preferredSeconds: number
}

/** What a router says (RFC 4861 4.2), without ICMPv6's type, code and check sum. */
export interface RouterAdvertisement {
  /** 0: none is named. */
  readonly hopLimit: number
  /** M: addresses are given by DHCPv6. */
  readonly managed: boolean
  /** O: DHCPv6 knows more, such as name servers. */
  readonly other: boolean
  /** 0: not a router to send to. */
  readonly lifetimeSeconds: number
  readonly prefixes: readonly AdvertisedPrefix[]
  readonly mtu: number | null
  /** RDNSS (RFC 8106); those whose lifetime is 0 are left out. */
  readonly dns: readonly string[]
  /** Of NAT64 (RFC 8781), as `64:ff9b::/96`. */
  readonly nat64: string | null
}

/** Reads what follows the check sum; an option that is not known is passed over. */
export function parseAdvertisement(bytes: Uint8Array): RouterAdvertisement | Unreadable {
  if (bytes.length < 12) return { error: 'the router advertisement is too short' }
  const options = neighbourOptions(bytes.subarray(12))
  if ('error' in options) return options
  const all = (type: number) => options.filter((one) => one.type === type)
  const mtu = all(neighbourOption.mtu)[0]?.bytes
  const flags = bytes[1] ?? 0
  return {
    hopLimit: bytes[0] ?? 0,
    managed: (flags & 0x80) !== 0,
    other: (flags & 0x40) !== 0,
    lifetimeSeconds: uint16(bytes, 2),
    prefixes: all(neighbourOption.prefix).flatMap(({ bytes: option }) => prefixIn(option)),
    mtu: mtu?.length === 8 ? uint32(mtu, 4) : null,
    dns: all(neighbourOption.dns).flatMap(({ bytes: option }) => serversIn(option)),
    nat64: all(neighbourOption.nat64).flatMap(({ bytes: option }) => nat64In(option))[0] ?? null,
  }
}

export interface NeighbourOption {
  readonly type: number
  /** Type and length included. */
  readonly bytes: Uint8Array
}

/** The options of a neighbour discovery message (RFC 4861 4.6): their length counts 8 octets each and is never 0. */
export function neighbourOptions(bytes: Uint8Array): readonly NeighbourOption[] | Unreadable {
  const found: NeighbourOption[] = []
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at + 1] ?? 0) * 8
    if (length === 0 || at + length > bytes.length)
      return { error: 'an option of neighbour discovery does not fit' }
    found.push({ type: bytes[at] ?? 0, bytes: bytes.subarray(at, at + length) })
    at += length
  }
  return found
}

function prefixIn(option: Uint8Array): AdvertisedPrefix[] {
  const length = option[2] ?? 0
  if (option.length !== 32 || length > 128) return []
  const flags = option[3] ?? 0
  return [
    {
      prefix: ipv6Text(firstBits(option.subarray(16, 32), length)),
      length,
      onLink: (flags & 0x80) !== 0,
      autonomous: (flags & 0x40) !== 0,
      validSeconds: uint32(option, 4),
      preferredSeconds: uint32(option, 8),
    },
  ]
}

function firstBits(octets: Uint8Array, length: number): Uint8Array {
  return octets.map((octet, i) => octet & (0xff00 >> Math.min(8, Math.max(0, length - 8 * i))))
}

function serversIn(option: Uint8Array): string[] {
  if (option.length < 24 || uint32(option, 4) === 0) return []
  const count = Math.floor((option.length - 8) / 16)
  return Array.from({ length: count }, (_, i) => ipv6Text(option, 8 + 16 * i))
}

const nat64Lengths = [96, 64, 56, 48, 40, 32]

/** RFC 8781 4: the lifetime in steps of 8 s, and three bits for the length of the prefix. */
function nat64In(option: Uint8Array): string[] {
  const length = nat64Lengths[(option[3] ?? 7) & 7]
  if (option.length !== 16 || length === undefined || uint16(option, 2) >> 3 === 0) return []
  const octets = concat([option.subarray(4, 16), new Uint8Array(4)])
  return [`${ipv6Text(firstBits(octets, length))}/${length}`]
}

/** An advertisement, for the simulated network. */
export function buildAdvertisement(ra: RouterAdvertisement): Uint8Array {
  const flags = (ra.managed ? 0x80 : 0) | (ra.other ? 0x40 : 0)
  const head = new Uint8Array(12)
  head.set([ra.hopLimit, flags, ra.lifetimeSeconds >> 8, ra.lifetimeSeconds & 0xff])
  const mtu = ra.mtu === null ? [] : [Uint8Array.of(5, 1, 0, 0, ...octets32(ra.mtu))]
  const nat64 = ra.nat64 === null ? [] : [nat64Option(ra.nat64)]
  return concat([head, ...ra.prefixes.map(prefixOption), ...mtu, ...dnsOption(ra.dns), ...nat64])
}

const octets32 = (value: number) => [
  (value >>> 24) & 0xff,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
]

function prefixOption(one: AdvertisedPrefix): Uint8Array {
  const option = new Uint8Array(32)
  option.set([3, 4, one.length, (one.onLink ? 0x80 : 0) | (one.autonomous ? 0x40 : 0)])
  option.set([...octets32(one.validSeconds), ...octets32(one.preferredSeconds)], 4)
  option.set(ipv6Octets(one.prefix) ?? [], 16)
  return option
}

function dnsOption(servers: readonly string[]): Uint8Array[] {
  if (servers.length === 0) return []
  const addresses = servers.map((server) => ipv6Octets(server) ?? new Uint8Array(16))
  const head = Uint8Array.of(25, 1 + 2 * servers.length, 0, 0, 0xff, 0xff, 0xff, 0xff)
  return [concat([head, ...addresses])]
}

function nat64Option(prefix: string): Uint8Array {
  const [address = '', length = ''] = prefix.split('/')
  const option = new Uint8Array(16)
  option.set([38, 2, 0x20, Math.max(0, nat64Lengths.indexOf(Number(length)))])
  option.set((ipv6Octets(address) ?? new Uint8Array(16)).subarray(0, 12), 4)
  return option
}

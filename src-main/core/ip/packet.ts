import { octetsOf } from './address'
import { ipv6Octets } from './ipv6-address'

export const ipProtocols = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const

/** Which piece of a longer packet this is. */
export interface Fragment {
  /** Names the packet; 16 bits of IPv4, 32 of IPv6. */
  readonly id: number
  /** Octets of the payload before it. */
  readonly at: number
  readonly more: boolean
}

/** A packet of either family, as what is above IP sees it. */
export interface IpPacket {
  readonly src: string
  readonly dst: string
  readonly protocol: number
  /** Time to live, or hop limit. */
  readonly ttl: number
  readonly payload: Uint8Array
  readonly fragment?: Fragment
}

/** A packet to be sent. */
export interface IpOutgoing {
  readonly src: string
  readonly dst: string
  readonly protocol: number
  readonly payload: Uint8Array
  /** Default 64. */
  readonly ttl?: number | undefined
  readonly fragment?: Fragment
}

/** Why a packet is not read, in words for the log. */
export interface Unreadable {
  readonly error: string
}

export function isUnreadable<T extends object>(result: T | Unreadable): result is Unreadable {
  return 'error' in result
}

const knownPairs = new Map<string, Uint8Array>()
/** Every packet needs a pair twice, for its header and its checksum: those in use are made once. */
const mostPairs = 64

/** Source and destination one behind the other, as the headers and pseudo headers hold them: 8 octets, or 32 of IPv6. To be read alone. */
export function addressPair(src: string, dst: string): Uint8Array {
  const name = `${src} ${dst}`
  const known = knownPairs.get(name)
  if (known) return known
  const [from, to] = [src, dst].map((one) => octetsOf(one) ?? ipv6Octets(one))
  const size = Math.max(from?.length ?? 4, to?.length ?? 4)
  const pair = new Uint8Array(2 * size)
  pair.set(from ?? [])
  pair.set(to ?? [], size)
  if (knownPairs.size >= mostPairs) knownPairs.clear()
  knownPairs.set(name, pair)
  return pair
}

export function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

export function uint32(bytes: Uint8Array, at: number): number {
  return ((uint16(bytes, at) << 16) | uint16(bytes, at + 2)) >>> 0
}

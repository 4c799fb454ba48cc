import { ipv6Text } from './ipv6-address'
import { addressPair, uint16, type IpOutgoing, type IpPacket, type Unreadable } from './packet'

const headerOctets = 40
const fragment = 44
/** Hop-by-hop, routing, destination options: passed over (RFC 8200 4). */
const passedOver: readonly number[] = [0, 43, 60]

/** What lies behind the extension headers: where it begins, and its protocol. */
export function behindExtensions(
  bytes: Uint8Array,
): { readonly at: number; readonly protocol: number } | Unreadable {
  let protocol = bytes[6] ?? 0
  let at = headerOctets
  while (passedOver.includes(protocol)) {
    if (bytes.length < at + 8) return { error: 'an extension header does not fit' }
    protocol = bytes[at] ?? 0
    at += ((bytes[at + 1] ?? 0) + 1) * 8
  }
  return { at, protocol }
}

/** Reads a packet (RFC 8200); fragments are refused, since nothing here asks for datagrams longer than the MTU. */
export function parseIpv6(bytes: Uint8Array): IpPacket | Unreadable {
  const version = (bytes[0] ?? 0) >> 4
  if (version !== 6) return { error: `IP version ${version}` }
  if (bytes.length < headerOctets) return { error: 'shorter than an IPv6 header' }
  const end = headerOctets + uint16(bytes, 4)
  if (end > bytes.length) return { error: `${end} octets announced, ${bytes.length} came` }
  const behind = behindExtensions(bytes.subarray(0, end))
  if ('error' in behind) return behind
  if (behind.protocol === fragment) return { error: 'a fragment; these are not put together' }
  return {
    src: ipv6Text(bytes, 8),
    dst: ipv6Text(bytes, 24),
    protocol: behind.protocol,
    ttl: bytes[7] ?? 0,
    payload: bytes.subarray(Math.min(behind.at, end), end),
  }
}

export function buildIpv6({ src, dst, protocol, payload, ttl }: IpOutgoing): Uint8Array {
  const bytes = new Uint8Array(headerOctets + payload.length)
  bytes[0] = 0x60
  bytes.set([payload.length >> 8, payload.length & 0xff, protocol, ttl ?? 64], 4)
  bytes.set(addressPair(src, dst), 8)
  bytes.set(payload, headerOctets)
  return bytes
}

/** What an ICMPv6 error quotes: as much of the packet as fits, so that its length does not count. */
export function parseIpv6Quote(body: Uint8Array): Omit<IpPacket, 'ttl'> | Unreadable {
  const behind = behindExtensions(body)
  if ('error' in behind || (body[0] ?? 0) >> 4 !== 6 || body.length < behind.at + 8)
    return { error: 'the ICMPv6 error quotes too little' }
  return {
    src: ipv6Text(body, 8),
    dst: ipv6Text(body, 24),
    protocol: behind.protocol,
    payload: body.subarray(behind.at),
  }
}

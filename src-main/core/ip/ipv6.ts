import { ipv6Text } from './ipv6-address'
import {
  addressPair,
  uint16,
  uint32,
  type IpOutgoing,
  type IpPacket,
  type Unreadable,
} from './packet'

const headerOctets = 40
/** The fragment header, of eight octets. */
const fragmentHeader = 44
const fragmentOctets = 8
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

/** Reads a packet (RFC 8200); a piece of a longer one says which it is. */
export function parseIpv6(bytes: Uint8Array): IpPacket | Unreadable {
  const version = (bytes[0] ?? 0) >> 4
  if (version !== 6) return { error: `IP version ${version}` }
  if (bytes.length < headerOctets) return { error: 'shorter than an IPv6 header' }
  const end = headerOctets + uint16(bytes, 4)
  if (end > bytes.length) return { error: `${end} octets announced, ${bytes.length} came` }
  const behind = behindExtensions(bytes.subarray(0, end))
  if ('error' in behind) return behind
  const { at, protocol } = behind
  const head = { src: ipv6Text(bytes, 8), dst: ipv6Text(bytes, 24), ttl: bytes[7] ?? 0 }
  if (protocol !== fragmentHeader)
    return { ...head, protocol, payload: bytes.subarray(Math.min(at, end), end) }
  if (at + fragmentOctets > end) return { error: 'a fragment header does not fit' }
  const cut = uint16(bytes, at + 2)
  const piece = { id: uint32(bytes, at + 4), at: cut & 0xfff8, more: (cut & 1) === 1 }
  return {
    ...head,
    protocol: bytes[at] ?? 0,
    payload: bytes.subarray(at + fragmentOctets, end),
    // RFC 6946: one that is whole by itself waits for no other.
    ...(piece.at === 0 && !piece.more ? {} : { fragment: piece }),
  }
}

export function buildIpv6(packet: IpOutgoing): Uint8Array {
  const { src, dst, protocol, payload, ttl, fragment } = packet
  const before = fragment ? fragmentOctets : 0
  const length = before + payload.length
  const bytes = new Uint8Array(headerOctets + length)
  bytes[0] = 0x60
  const next = fragment ? fragmentHeader : protocol
  bytes.set([length >> 8, length & 0xff, next, ttl ?? 64], 4)
  bytes.set(addressPair(src, dst), 8)
  if (fragment) {
    const { id, at, more } = fragment
    const cut = at | (more ? 1 : 0)
    bytes.set(
      [
        protocol,
        0,
        cut >> 8,
        cut & 0xff,
        id >>> 24,
        (id >> 16) & 0xff,
        (id >> 8) & 0xff,
        id & 0xff,
      ],
      headerOctets,
    )
  }
  bytes.set(payload, headerOctets + before)
  return bytes
}

/** What an ICMPv6 error quotes: as much of the packet as fits, so that its length does not count. */
export function parseIpv6Quote(body: Uint8Array): Omit<IpPacket, 'ttl'> | Unreadable {
  const behind = behindExtensions(body)
  if ('error' in behind || (body[0] ?? 0) >> 4 !== 6 || body.length < behind.at + 8)
    return { error: 'the ICMPv6 error quotes too little' }
  const head = { src: ipv6Text(body, 8), dst: ipv6Text(body, 24) }
  if (behind.protocol !== fragmentHeader)
    return { ...head, protocol: behind.protocol, payload: body.subarray(behind.at) }
  // Only the first piece of a packet names its ports.
  const payload = body.subarray(behind.at + fragmentOctets)
  const first = (uint16(body, behind.at + 2) & 0xfff8) === 0 && payload.length >= 8
  return first
    ? { ...head, protocol: body[behind.at] ?? 0, payload }
    : { error: 'the ICMPv6 error quotes a later fragment' }
}

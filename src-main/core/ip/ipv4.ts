import { dotted } from './address'
import { checksum } from './checksum'
import { addressPair, uint16, type IpOutgoing, type IpPacket, type Unreadable } from './packet'

/** Reads a packet; a piece of a longer one says which it is. */
export function parseIpv4(bytes: Uint8Array): IpPacket | Unreadable {
  const first = bytes[0]
  if (first === undefined || bytes.length < 20) return { error: 'shorter than an IPv4 header' }
  if (first >> 4 !== 4) return { error: `IP version ${first >> 4}` }
  const headerLength = (first & 15) * 4
  const totalLength = uint16(bytes, 2)
  if (headerLength < 20 || totalLength < headerLength)
    return { error: 'the header lengths contradict each other' }
  if (totalLength > bytes.length)
    return { error: `${totalLength} octets announced, ${bytes.length} came` }
  if (checksum(bytes.subarray(0, headerLength)) !== 0) return { error: 'wrong header checksum' }
  const cut = uint16(bytes, 6)
  const fragment = { id: uint16(bytes, 4), at: (cut & 0x1fff) * 8, more: (cut & 0x2000) !== 0 }
  return {
    src: dotted(bytes, 12),
    dst: dotted(bytes, 16),
    protocol: bytes[9] ?? 0,
    ttl: bytes[8] ?? 0,
    payload: bytes.subarray(headerLength, totalLength),
    ...((cut & 0x3fff) === 0 ? {} : { fragment }),
  }
}

export interface Ipv4Outgoing extends IpOutgoing {
  readonly id: number
}

/** A packet with "don't fragment" set, unless it is a piece of a longer one. */
export function buildIpv4(packet: Ipv4Outgoing): Uint8Array {
  const length = 20 + packet.payload.length
  const bytes = new Uint8Array(length)
  const { fragment } = packet
  const id = fragment?.id ?? packet.id
  const cut = fragment ? (fragment.more ? 0x2000 : 0) | (fragment.at >> 3) : 0x4000
  bytes.set([
    0x45,
    0,
    length >> 8,
    length & 0xff,
    (id >> 8) & 0xff,
    id & 0xff,
    cut >> 8,
    cut & 0xff,
  ])
  bytes[8] = packet.ttl ?? 64
  bytes[9] = packet.protocol
  bytes.set(addressPair(packet.src, packet.dst), 12)
  const sum = checksum(bytes.subarray(0, 20))
  bytes[10] = sum >> 8
  bytes[11] = sum & 0xff
  bytes.set(packet.payload, 20)
  return bytes
}

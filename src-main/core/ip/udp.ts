import { addressPair, ipProtocols, uint16, type Unreadable } from './packet'
import { transportChecksum } from './checksum'

export interface UdpDatagram {
  readonly srcPort: number
  readonly dstPort: number
  readonly data: Uint8Array
}

export function parseUdp(bytes: Uint8Array, src: string, dst: string): UdpDatagram | Unreadable {
  const length = uint16(bytes, 4)
  if (bytes.length < 8 || length < 8 || length > bytes.length)
    return { error: 'the UDP length does not fit' }
  const datagram = bytes.subarray(0, length)
  // A checksum of 0 means that the sender left it out (RFC 768); over IPv6 it may not (RFC 8200 8.1).
  const sum = transportChecksum(addressPair(src, dst), ipProtocols.udp, datagram)
  const leftOut = uint16(bytes, 6) === 0 && !src.includes(':')
  if (!leftOut && sum !== 0) return { error: 'wrong UDP checksum' }
  return { srcPort: uint16(bytes, 0), dstPort: uint16(bytes, 2), data: datagram.subarray(8) }
}

export function buildUdp(
  { srcPort, dstPort, data }: UdpDatagram,
  src: string,
  dst: string,
): Uint8Array {
  const length = 8 + data.length
  const bytes = new Uint8Array(length)
  bytes.set([
    srcPort >> 8,
    srcPort & 0xff,
    dstPort >> 8,
    dstPort & 0xff,
    length >> 8,
    length & 0xff,
  ])
  bytes.set(data, 8)
  const sum = transportChecksum(addressPair(src, dst), ipProtocols.udp, bytes) || 0xffff
  bytes[6] = sum >> 8
  bytes[7] = sum & 0xff
  return bytes
}

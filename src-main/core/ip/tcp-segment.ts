import { transportChecksum } from './checksum'
import { addressPair, ipProtocols, uint16, uint32, type Unreadable } from './packet'

export const flags = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16 } as const

export interface Segment {
  readonly srcPort: number
  readonly dstPort: number
  readonly seq: number
  readonly ack: number
  readonly flags: number
  /** As it stands in the header, not yet scaled. */
  readonly window: number
  readonly mss?: number | undefined
  readonly windowScale?: number | undefined
  readonly data: Uint8Array
}

export function parseSegment(bytes: Uint8Array, src: string, dst: string): Segment | Unreadable {
  const headerLength = ((bytes[12] ?? 0) >> 4) * 4
  if (bytes.length < 20 || headerLength < 20 || headerLength > bytes.length)
    return { error: 'the TCP header does not fit' }
  if (transportChecksum(addressPair(src, dst), ipProtocols.tcp, bytes) !== 0)
    return { error: 'wrong TCP checksum' }
  return {
    srcPort: uint16(bytes, 0),
    dstPort: uint16(bytes, 2),
    seq: uint32(bytes, 4),
    ack: uint32(bytes, 8),
    flags: (bytes[13] ?? 0) & 0x3f,
    window: uint16(bytes, 14),
    ...options(bytes.subarray(20, headerLength)),
    data: bytes.subarray(headerLength),
  }
}

function options(bytes: Uint8Array): { mss?: number; windowScale?: number } {
  const found: { mss?: number; windowScale?: number } = {}
  let at = 0
  while (at < bytes.length) {
    const kind = bytes[at] ?? 0
    if (kind === 0) break
    if (kind === 1) {
      at++
      continue
    }
    const length = bytes[at + 1] ?? 0
    if (length < 2 || at + length > bytes.length) break
    if (kind === 2 && length === 4) found.mss = uint16(bytes, at + 2)
    if (kind === 3 && length === 3) found.windowScale = Math.min(bytes[at + 2] ?? 0, 14)
    at += length
  }
  return found
}

export function buildSegment(segment: Segment, src: string, dst: string): Uint8Array {
  const extra = [
    ...(segment.mss === undefined ? [] : [2, 4, segment.mss >> 8, segment.mss & 0xff]),
    ...(segment.windowScale === undefined ? [] : [1, 3, 3, segment.windowScale]),
  ]
  const headerLength = 20 + extra.length
  const bytes = new Uint8Array(headerLength + segment.data.length)
  const { srcPort, dstPort, window } = segment
  bytes.set([srcPort >> 8, srcPort & 0xff, dstPort >> 8, dstPort & 0xff])
  put32(bytes, 4, segment.seq)
  put32(bytes, 8, segment.ack)
  bytes.set([(headerLength / 4) << 4, segment.flags, window >> 8, window & 0xff], 12)
  bytes.set(extra, 20)
  bytes.set(segment.data, headerLength)
  const sum = transportChecksum(addressPair(src, dst), ipProtocols.tcp, bytes)
  bytes[16] = sum >> 8
  bytes[17] = sum & 0xff
  return bytes
}

function put32(bytes: Uint8Array, at: number, value: number): void {
  bytes.set([value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff], at)
}

import { behindExtensions } from '../../ip/ipv6'
import { ipProtocols, uint16 } from '../../ip/packet'
import { protocols } from '../../ppp/codes'
import { isMalformed, splitFrame } from '../../ppp/packet'

/** Octets of a frame, from the first to the one behind the last. */
export type Stretch = readonly [from: number, to: number]

/** An IP packet in a PPP frame, by places in the frame. */
export interface PacketIn {
  /** Where in the frame the IP header, what it carries, and the content of that begin. */
  readonly at: number
  readonly transport: number
  readonly content: number
  readonly end: number
  readonly protocol: number
  /** From where to where the header holds the addresses, which the check sums cover. */
  readonly addressesAt: readonly [from: number, to: number]
  /** Where the check sum stands in the header of TCP or UDP. */
  readonly sumAt: number | undefined
}

/** RFC 791, 8200, 9293 and 768, read as far as the octets go: a capture shows wrong packets as well. */
export function packetIn(frame: Uint8Array): PacketIn | undefined {
  const split = splitFrame(frame)
  if (isMalformed(split)) return undefined
  const at = frame.length - split.info.length
  if (split.protocol === protocols.ip) return inIpv4(frame, split.info, at)
  return split.protocol === protocols.ipv6 ? inIpv6(frame, split.info, at) : undefined
}

const fragment = 44

function inIpv6(frame: Uint8Array, info: Uint8Array, at: number): PacketIn | undefined {
  if ((info[0] ?? 0) >> 4 !== 6 || info.length < 40) return undefined
  const end = Math.min(frame.length, at + 40 + uint16(info, 4))
  const behind = behindExtensions(info)
  // What cannot be gone through, or comes in pieces, is looked into from behind the header on.
  const whole = !('error' in behind) && behind.protocol !== fragment
  const [transport, protocol] = whole ? [at + behind.at, behind.protocol] : [at + 40, fragment]
  return carried(frame, { at, transport, end, protocol, addressesAt: [8, 40] }, whole)
}

function inIpv4(frame: Uint8Array, info: Uint8Array, at: number): PacketIn | undefined {
  const first = info[0] ?? 0
  if (first >> 4 !== 4 || info.length < 20) return undefined
  const headerOctets = Math.max(20, (first & 15) * 4)
  const transport = at + headerOctets
  const protocol = info[9] ?? 0
  const end = Math.min(frame.length, at + Math.max(headerOctets, uint16(info, 2)))
  const isFirst = (uint16(info, 6) & 0x1fff) === 0
  return carried(frame, { at, transport, end, protocol, addressesAt: [12, 20] }, isFirst)
}

/** What TCP and UDP carry; `isFirst`: their header is in this packet. */
function carried(
  frame: Uint8Array,
  own: Omit<PacketIn, 'content' | 'sumAt'>,
  isFirst: boolean,
): PacketIn {
  const { transport, end, protocol } = own
  if (isFirst && protocol === ipProtocols.tcp) {
    const offset = Math.max(20, ((frame[transport + 12] ?? 0) >> 4) * 4)
    return { ...own, content: Math.min(end, transport + offset), sumAt: 16 }
  }
  if (isFirst && protocol === ipProtocols.udp) {
    const unused = uint16(frame, transport + 6) === 0
    return { ...own, content: Math.min(end, transport + 8), sumAt: unused ? undefined : 6 }
  }
  return { ...own, content: Math.min(end, transport), sumAt: undefined }
}

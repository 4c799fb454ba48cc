import type { Words } from '../words'
import { transportChecksum } from './checksum'
import { icmpOctets, readIcmp, type IcmpKind, type IcmpMessage, type Quoted } from './icmp-message'
import { otherCodeWords } from './words'
import { tooBigWords } from './words'
import { timeExceededWords } from './words'
import { parseIpv6Quote } from './ipv6'
import { addressPair, ipProtocols, type Unreadable } from './packet'
import { unreachablev6Words, parameterWords } from './words'

/** RFC 4443 and RFC 4861. */
export const icmpv6Types = {
  unreachable: 1,
  tooBig: 2,
  timeExceeded: 3,
  parameterProblem: 4,
  echo: 128,
  echoReply: 129,
  routerSolicitation: 133,
  routerAdvertisement: 134,
  neighbourSolicitation: 135,
  neighbourAdvertisement: 136,
  redirect: 137,
} as const

const kinds: { readonly [type: number]: IcmpKind } = {
  1: 'unreachable',
  2: 'too-big',
  3: 'time-exceeded',
  4: 'unreachable',
  128: 'echo',
  129: 'echo-reply',
}

export function parseIcmpv6(bytes: Uint8Array, src: string, dst: string): IcmpMessage | Unreadable {
  const sum = transportChecksum(addressPair(src, dst), ipProtocols.icmpv6, bytes)
  if (bytes.length >= 8 && sum !== 0) return { error: 'wrong ICMPv6 checksum' }
  return readIcmp(bytes, (type) => kinds[type])
}

/** RFC 4443 2.3: the check sum covers the addresses. */
export function buildIcmpv6(
  message: Omit<IcmpMessage, 'kind'>,
  src: string,
  dst: string,
): Uint8Array {
  const bytes = icmpOctets(message)
  const sum = transportChecksum(addressPair(src, dst), ipProtocols.icmpv6, bytes)
  bytes[2] = sum >> 8
  bytes[3] = sum & 0xff
  return bytes
}

export function quotedPacketv6({ body }: { readonly body: Uint8Array }): Quoted | Unreadable {
  return parseIpv6Quote(body)
}

export function icmpv6ErrorWords({ type, code }: { type: number; code: number }): Words {
  switch (type) {
    case icmpv6Types.timeExceeded:
      return timeExceededWords
    case icmpv6Types.tooBig:
      return tooBigWords
    case icmpv6Types.parameterProblem:
      return parameterWords
    default:
      return unreachablev6Words[code] ?? otherCodeWords(code)
  }
}

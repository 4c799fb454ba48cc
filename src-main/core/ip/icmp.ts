import type { Words } from '../words'
import { dotted } from './address'
import { checksum } from './checksum'
import { icmpOctets, readIcmp, type IcmpKind, type IcmpMessage, type Quoted } from './icmp-message'
import { otherCodeWords } from './words'
import { filterWords } from './words'
import { timeExceededWords } from './words'
import type { Unreadable } from './packet'
import { unreachableWords } from './words'

export const icmpTypes = { echoReply: 0, unreachable: 3, echo: 8, timeExceeded: 11 } as const

/** RFC 792; a packet that was too long is told as an unreachable host with code 4 (RFC 1191). */
function kindOf(type: number, code: number): IcmpKind | undefined {
  switch (type) {
    case icmpTypes.echo:
      return 'echo'
    case icmpTypes.echoReply:
      return 'echo-reply'
    case icmpTypes.timeExceeded:
      return 'time-exceeded'
    case icmpTypes.unreachable:
      return code === 4 ? 'too-big' : 'unreachable'
    default:
      return undefined
  }
}

export function parseIcmp(bytes: Uint8Array): IcmpMessage | Unreadable {
  if (bytes.length >= 8 && checksum(bytes) !== 0) return { error: 'wrong ICMP checksum' }
  return readIcmp(bytes, kindOf)
}

export function buildIcmp(message: Omit<IcmpMessage, 'kind'>): Uint8Array {
  const bytes = icmpOctets(message)
  const sum = checksum(bytes)
  bytes[2] = sum >> 8
  bytes[3] = sum & 0xff
  return bytes
}

export function quotedPacket({ body }: { readonly body: Uint8Array }): Quoted | Unreadable {
  const headerLength = ((body[0] ?? 0) & 15) * 4
  if (headerLength < 20 || body.length < headerLength + 8)
    return { error: 'the ICMP error quotes too little' }
  return {
    src: dotted(body, 12),
    dst: dotted(body, 16),
    protocol: body[9] ?? 0,
    payload: body.subarray(headerLength),
  }
}

/** ICMP error words, as a person says them. */
export function icmpErrorWords({ type, code }: { type: number; code: number }): Words {
  if (type === icmpTypes.timeExceeded) return timeExceededWords
  if ([9, 10, 13].includes(code)) return filterWords
  return unreachableWords[code] ?? otherCodeWords(code)
}

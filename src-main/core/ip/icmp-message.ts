import { concat } from '../bytes'
import { uint16, type Unreadable } from './packet'
import { otherCode } from './words'

/** What ICMP and ICMPv6 say alike; undefined for what only one of them knows. */
export type IcmpKind = 'echo' | 'echo-reply' | 'unreachable' | 'too-big' | 'time-exceeded'

export interface IcmpMessage {
  readonly kind: IcmpKind | undefined
  readonly type: number
  readonly code: number
  /** Echo: identifier and sequence number. */
  readonly id: number
  readonly seq: number
  readonly body: Uint8Array
}

/** The packet an ICMP error is about: as much of it as the error quotes. */
export interface Quoted {
  readonly src: string
  readonly dst: string
  readonly protocol: number
  readonly payload: Uint8Array
}

/** The octets without a check sum, which its family adds. */
export function icmpOctets({ type, code, id, seq, body }: Omit<IcmpMessage, 'kind'>): Uint8Array {
  return concat([Uint8Array.of(type, code, 0, 0, id >> 8, id & 0xff, seq >> 8, seq & 0xff), body])
}

export function readIcmp(
  bytes: Uint8Array,
  kindOf: (type: number, code: number) => IcmpKind | undefined,
): IcmpMessage | Unreadable {
  if (bytes.length < 8) return { error: 'shorter than an ICMP header' }
  const [type = 0, code = 0] = bytes
  return {
    kind: kindOf(type, code),
    type,
    code,
    id: uint16(bytes, 4),
    seq: uint16(bytes, 6),
    body: bytes.subarray(8),
  }
}

/** The number in `otherCodeWords`; undefined for another sentence. */
export const codeIn = (text: string): string | undefined =>
  text.startsWith(otherCode) ? text.slice(otherCode.length) : undefined

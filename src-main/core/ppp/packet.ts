import { concat } from '../bytes'
import type { Words } from '../words'
import { protocols } from './codes'
import {
  escapeLost,
  lengthBelowHead,
  lengthBeyond,
  noProtocolField,
  optionBelowHead,
  optionBeyond,
  optionWithoutLength,
  protocolCutShort,
  protocolEven,
  tooShortForHead,
} from './malformed-words'

/** A control packet: LCP, IPCP, PAP, CHAP and their like share this form (RFC 1661 section 5). */
export interface ControlPacket {
  readonly code: number
  readonly id: number
  readonly data: Uint8Array
}

export interface RawOption {
  readonly type: number
  readonly value: Uint8Array
}

/** Why octets are not what they should be, for the log. */
export interface Malformed {
  readonly error: Words
}

export function isMalformed<T extends object>(result: T | Malformed): result is Malformed {
  return 'error' in result
}

/** Protocol and information of an unescaped frame; address, control and protocol may be compressed (always accepted). */
export function splitFrame(bytes: Uint8Array): { protocol: number; info: Uint8Array } | Malformed {
  const start = bytes[0] === 0xff && bytes[1] === 0x03 ? 2 : 0
  const first = bytes[start]
  if (first === undefined) return { error: noProtocolField }
  // RFC 1661 section 2: the last octet of a protocol number is odd, the one before even.
  if ((first & 1) === 1) return { protocol: first, info: bytes.subarray(start + 1) }
  const second = bytes[start + 1]
  if (second === undefined) return { error: protocolCutShort }
  if ((second & 1) === 0) return { error: protocolEven }
  return { protocol: (first << 8) | second, info: bytes.subarray(start + 2) }
}

/** Octets behind `length` are padding and left away. Of a negotiation exactly one such octet is refused, unless it is 0. */
export function parseControl(protocol: number, info: Uint8Array): ControlPacket | Malformed {
  const packet = parsePacket(info)
  if (isMalformed(packet) || !isNegotiation(protocol)) return packet
  // One flipped bit that unmakes an escape makes the frame one octet longer and shifts the rest, which 16 bits of FCS can miss;
  // modems pad with several octets or with none.
  const surplus = info.length - packet.data.length - 4
  if (surplus !== 1 || info.at(-1) === 0) return packet
  return { error: escapeLost }
}

/** LCP, IPCP and their like; PAP and CHAP are read as they come, since modems miscount their messages. */
function isNegotiation(protocol: number): boolean {
  return protocol === protocols.lcp || (protocol >= 0x8000 && protocol < 0xc000)
}

/** Octets behind `length` are padding and left away. */
export function parsePacket(info: Uint8Array): ControlPacket | Malformed {
  if (info.length < 4) return { error: tooShortForHead(info.length) }
  const length = ((info[2] ?? 0) << 8) | (info[3] ?? 0)
  if (length < 4) return { error: lengthBelowHead(length) }
  if (length > info.length) return { error: lengthBeyond(length, info.length) }
  return { code: info[0] ?? 0, id: info[1] ?? 0, data: info.slice(4, length) }
}

export function buildPacket({ code, id, data }: ControlPacket): Uint8Array {
  const length = data.length + 4
  return concat([Uint8Array.of(code, id, length >> 8, length & 0xff), data])
}

/** An option whose length is below 2 or runs past the end spoils the whole packet (RFC 1661 section 6). */
export function parseOptions(data: Uint8Array): { options: RawOption[] } | Malformed {
  const options: RawOption[] = []
  let at = 0
  while (at < data.length) {
    const type = data[at] ?? 0
    const length = data[at + 1]
    if (length === undefined) return { error: optionWithoutLength(type) }
    if (length < 2) return { error: optionBelowHead(type, length) }
    if (at + length > data.length) return { error: optionBeyond(type, length) }
    options.push({ type, value: data.slice(at + 2, at + length) })
    at += length
  }
  return { options }
}

export function buildOptions(options: readonly RawOption[]): Uint8Array {
  return concat(
    options.map(({ type, value }) => concat([Uint8Array.of(type, value.length + 2), value])),
  )
}

export function uint32(bytes: Uint8Array, at = 0): number {
  return (
    (((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)) >>>
    0
  )
}

export function octets32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)
}

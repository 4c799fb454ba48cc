import type { Words } from '../words'
import { concat } from '../bytes'
import { dotted } from './address'
import { checksum } from './checksum'
import { isUnreadable, uint16, type Unreadable } from './ipv4'

export const icmpTypes = { echoReply: 0, unreachable: 3, echo: 8, timeExceeded: 11 } as const

export interface IcmpMessage {
  readonly type: number
  readonly code: number
  /** Echo: identifier and sequence number. */
  readonly id: number
  readonly seq: number
  readonly body: Uint8Array
}

export function parseIcmp(bytes: Uint8Array): IcmpMessage | Unreadable {
  if (bytes.length < 8) return { error: 'shorter than an ICMP header' }
  if (checksum(bytes) !== 0) return { error: 'wrong ICMP checksum' }
  return {
    type: bytes[0] ?? 0,
    code: bytes[1] ?? 0,
    id: uint16(bytes, 4),
    seq: uint16(bytes, 6),
    body: bytes.subarray(8),
  }
}

export function buildIcmp({ type, code, id, seq, body }: IcmpMessage): Uint8Array {
  const bytes = concat([
    Uint8Array.of(type, code, 0, 0, id >> 8, id & 0xff, seq >> 8, seq & 0xff),
    body,
  ])
  const sum = checksum(bytes)
  bytes[2] = sum >> 8
  bytes[3] = sum & 0xff
  return bytes
}

/** The packet an ICMP error is about: as much of it as the error quotes. */
export interface Quoted {
  readonly src: string
  readonly dst: string
  readonly protocol: number
  readonly payload: Uint8Array
}

export function quotedPacket(message: IcmpMessage): Quoted | Unreadable {
  const { body } = message
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

/** Identifier and sequence number of the echo an ICMP error is about. */
export function quotedEcho(message: IcmpMessage): { id: number; seq: number } | undefined {
  const quoted = quotedPacket(message)
  if (isUnreadable(quoted) || quoted.protocol !== 1) return undefined
  return { id: uint16(quoted.payload, 4), seq: uint16(quoted.payload, 6) }
}

/** ICMP error words, as a person says them. */
export function icmpErrorWords({ type, code }: { type: number; code: number }): Words {
  if (type === icmpTypes.timeExceeded) return errorWords.timeExceeded
  if ([9, 10, 13].includes(code)) return errorWords.filter
  const reason = errorWords.codes[code]
  return reason ?? { en: `${otherCode}${code}`, ja: `到達不能（コード ${code}）` }
}

/** The same for what a ping keeps of it, its English. */
export function icmpTextWords(text: string): Words {
  const all = [errorWords.timeExceeded, errorWords.filter, ...errorWords.codes]
  const known = all.find(({ en }) => en === text)
  if (known) return known
  const code = text.startsWith(otherCode) ? text.slice(otherCode.length) : ''
  return { en: text, ja: code === '' ? text : `到達不能（コード ${code}）` }
}

const otherCode = 'unreachable, code '

const errorWords: {
  readonly timeExceeded: Words
  readonly filter: Words
  readonly codes: readonly Words[]
} = {
  timeExceeded: { en: 'time to live exceeded', ja: 'TTL 超過' },
  filter: { en: 'prohibited by a filter', ja: 'フィルターにより禁止' },
  codes: [
    { en: 'network unreachable', ja: 'ネットワーク到達不能' },
    { en: 'host unreachable', ja: 'ホスト到達不能' },
    { en: 'protocol unreachable', ja: 'プロトコル到達不能' },
    { en: 'port unreachable', ja: 'ポート到達不能' },
    { en: 'packet too long for a link on the way', ja: '経路上の MTU を超えるパケット長' },
  ],
}

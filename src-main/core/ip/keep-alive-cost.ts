import type { Words } from '../words'
import { bytesText } from './budget'
import type { KeepAliveKind } from './net-state'
import { minutesText, secondsText, keepAliveCosts, dnsKeeper, pingKeeper, udpKeeper } from './words'

/** What one round puts on the bill, both ways: IP header 20, then ICMP 8 + 8, UDP 8 + DNS 12 + question, UDP 8 + 1. */
const roundBytes: { readonly [kind in KeepAliveKind]: number } = {
  ping: 2 * (20 + 8 + 8),
  dns: 2 * (20 + 8 + 12 + 21) + 16,
  udp: 20 + 8 + 1,
}

const names: { readonly [kind in KeepAliveKind]: Words } = {
  ping: pingKeeper,
  dns: dnsKeeper,
  udp: udpKeeper,
}

export interface KeepAliveCost {
  readonly roundsPerDay: number
  readonly perDayBytes: number
  readonly words: Words
}

/** What a keep-alive costs, before it is turned on. */
export function keepAliveCost(kind: KeepAliveKind, everyMs: number): KeepAliveCost {
  const roundsPerDay = 86_400_000 / everyMs
  const perDayBytes = Math.round(roundsPerDay * roundBytes[kind])
  const day = bytesText(perDayBytes)
  const month = bytesText(perDayBytes * 30)
  const rounds = Math.round(roundsPerDay)
  return {
    roundsPerDay,
    perDayBytes,
    words: keepAliveCosts(names[kind], everyText(everyMs), rounds, day, month),
  }
}

/** A ping or an echoed datagram of 56 octets, a name lookup, an empty message of CoAP and its reset; HTTP is anything. */
const checkBytes = {
  ping: 2 * (20 + 8 + 56),
  'udp-echo': 2 * (20 + 8 + 56),
  dns: roundBytes.dns,
  coap: 2 * (20 + 8 + 4),
  http: null,
} as const

/** What a check of a link so often puts on the bill in a day; null for HTTP. */
export function healthBytesPerDay(kind: keyof typeof checkBytes, everyMs: number): number | null {
  const each = checkBytes[kind]
  return each === null ? null : Math.round((86_400_000 / everyMs) * each)
}

function everyText(everyMs: number): Words {
  const seconds = everyMs / 1000
  if (seconds < 120) return secondsText(trim(seconds))
  return minutesText(trim(seconds / 60))
}

const trim = (value: number) => String(Math.round(value * 10) / 10)

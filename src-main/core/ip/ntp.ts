import { Fault } from '../fault'
import { notSynchronised } from './words'

export interface NtpResult {
  readonly server: string
  /** What the server's clock says now, epoch ms. */
  readonly timeMs: number
  /** How far this computer's clock is behind (positive) or ahead. */
  readonly offsetMs: number
  /** Round trip without the server's own time. */
  readonly delayMs: number
  readonly stratum: number
}

/** From 1900 to 1970, in seconds (RFC 5905 6). */
const eraSeconds = 2_208_988_800

/** A client's question (RFC 5905 7.3): version 4, mode 3, our time in the last field. */
export function buildNtpQuery(nowMs: number): Uint8Array {
  const bytes = new Uint8Array(48)
  bytes[0] = 0x23
  writeTime(bytes, 40, nowMs)
  return bytes
}

/** An answer, for the simulated network. */
export function buildNtpReply(query: Uint8Array, nowMs: number): Uint8Array {
  const bytes = new Uint8Array(48)
  bytes[0] = 0x24
  bytes[1] = 2
  bytes.set(query.subarray(40, 48), 24)
  writeTime(bytes, 32, nowMs)
  writeTime(bytes, 40, nowMs)
  return bytes
}

/** Whether a reply answers this very question: it must bring back the time we sent. */
export function answersNtp(query: Uint8Array, reply: Uint8Array): boolean {
  if (reply.length < 48 || ((reply[0] ?? 0) & 7) !== 4) return false
  return query.subarray(40, 48).every((octet, i) => octet === reply[24 + i])
}

export function readNtp(
  server: string,
  reply: Uint8Array,
  sentMs: number,
  gotMs: number,
): NtpResult {
  const stratum = reply[1] ?? 0
  const unsynchronised = (reply[0] ?? 0) >> 6 === 3
  if (stratum === 0)
    throw new Fault('ntp-no-time', {
      en: `kiss of death “${kiss(reply)}” (${server})`,
      ja: `Kiss-o’-Death「${kiss(reply)}」（${server}）`,
    })
  if (unsynchronised || stratum > 15) throw new Fault('ntp-no-time', notSynchronised(server))
  const received = readTime(reply, 32)
  const transmitted = readTime(reply, 40)
  const offsetMs = (received - sentMs + (transmitted - gotMs)) / 2
  const delayMs = Math.max(0, gotMs - sentMs - (transmitted - received))
  return { server, timeMs: gotMs + offsetMs, offsetMs, delayMs, stratum }
}

function kiss(reply: Uint8Array): string {
  return String.fromCharCode(...reply.subarray(12, 16)).replace(/[^A-Z]/g, '')
}

function writeTime(bytes: Uint8Array, at: number, ms: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  view.setUint32(at, (Math.floor(ms / 1000) + eraSeconds) >>> 0)
  view.setUint32(at + 4, Math.floor(((ms % 1000) / 1000) * 0x1_0000_0000) >>> 0)
}

function readTime(bytes: Uint8Array, at: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const seconds = view.getUint32(at)
  // Era 1 begins in February 2036.
  const era = seconds < 0x8000_0000 ? 0x1_0000_0000 : 0
  return (seconds + era - eraSeconds) * 1000 + (view.getUint32(at + 4) / 0x1_0000_0000) * 1000
}

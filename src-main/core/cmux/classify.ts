import { latin1 } from '../bytes'
import { CmuxDecoder } from './decoder'
import { decoderFor } from './decoders'
import { FLAG, type FrameOption } from './frame'

/** What kind of talk the first octets of a port are. */
export type ByteClass = 'cmux' | 'ppp' | 'text' | 'noise' | 'nothing'

const pppFlag = 0x7e
const pppEscape = 0x7d
/** LCP, PAP, CHAP, IPCP, CCP, IPV6CP, IP and IPv6: what a modem in data mode may say first. */
const pppProtocols = new Set([
  0xc021, 0xc023, 0xc223, 0x8021, 0x80fd, 0x8057, 0x0021, 0x0057, 0x00fd,
])

/** Judges what was heard, most telling first: a CMUX frame with a good check, a PPP frame, CMUX flags, text. */
export function classifyBytes(bytes: Uint8Array): ByteClass {
  const heard = bytes.filter((octet) => octet !== 0)
  if (heard.length === 0) return bytes.length === 0 ? 'nothing' : 'noise'
  if (hasFrame(bytes)) return 'cmux'
  if (isAllText(heard)) return 'text'
  if (hasPppFrame(bytes)) return 'ppp'
  if (startsFrame(bytes)) return 'cmux'
  return isText(heard) ? 'text' : 'noise'
}

/** Four flags in a row are fill or a call to wake up; fewer may be noise. */
const surelyFill = 4

/** Whether there is a flag of PPP or the multiplexer in it. */
export function mayBeginFrame(bytes: Uint8Array): boolean {
  return bytes.includes(FLAG) || bytes.includes(pppFlag)
}

/** What can be nothing else, out of what came so far: a PPP header, a whole CMUX frame, or a run of its flags. */
export function firstTalk(bytes: Uint8Array): 'ppp' | 'cmux' | undefined {
  // Each read of a port that talks comes here, and most hold no flag of either.
  if (!mayBeginFrame(bytes)) return undefined
  if (hasFrame(bytes)) return 'cmux'
  const heard = bytes.filter((octet) => octet !== 0)
  if (isAllText(heard)) return undefined
  // A call inside the multiplexer: its frame is not whole yet.
  if (hasPppFrame(bytes)) return frameBegun(bytes) ? undefined : 'ppp'
  return flagRun(bytes) >= surelyFill ? 'cmux' : undefined
}

function hasFrame(bytes: Uint8Array): boolean {
  return frameOptionOf(bytes) !== undefined
}

/** The option of the multiplexer whose whole frames are in what was heard; undefined where none is. */
export function frameOptionOf(bytes: Uint8Array): FrameOption | undefined {
  return (['basic', 'advanced'] as const).find((option) => {
    const decoder = decoderFor(option)
    const events = [...decoder.push(bytes), ...decoder.expire()]
    return events.some((event) => event.kind === 'frame')
  })
}

/** A run of flags, or a flag and what can only be the head of a frame not yet complete. */
function startsFrame(bytes: Uint8Array): boolean {
  const decoder = new CmuxDecoder()
  const events = decoder.push(bytes)
  const fill = events.some((event) => event.kind === 'flags')
  const wrong = events.some((event) => event.kind === 'rejected' || event.kind === 'outside')
  if (!wrong && (fill || bytes[0] === FLAG)) return true
  // Behind the rest of a frame that began before we listened.
  return flagRun(bytes) >= surelyFill
}

function frameBegun(bytes: Uint8Array): boolean {
  const decoder = new CmuxDecoder()
  decoder.push(bytes)
  return decoder.waiting
}

function flagRun(bytes: Uint8Array): number {
  const events = new CmuxDecoder().push(bytes)
  return Math.max(0, ...events.map((event) => (event.kind === 'flags' ? event.run : 0)))
}

function hasPppFrame(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(pppFlag); at >= 0; at = bytes.indexOf(pppFlag, at + 1))
    if (pppProtocols.has(pppProtocol(unescaped(bytes, at + 1, 4)))) return true
  return false
}

/** The protocol of a PPP frame with or without address and control, its own field compressed or not; -1 for none. */
function pppProtocol(head: readonly number[]): number {
  const at = head[0] === 0xff && head[1] === 0x03 ? 2 : 0
  const first = head[at]
  if (first === undefined) return -1
  // A compressed IP protocol field is one odd octet; what follows must then be an IP header.
  if (first === 0x21 || first === 0x57)
    return ((head[at + 1] ?? 0) & 0xf0) === (first === 0x21 ? 0x40 : 0x60) ? first : -1
  const second = head[at + 1]
  return second === undefined ? -1 : (first << 8) | second
}

function unescaped(bytes: Uint8Array, from: number, count: number): number[] {
  const octets: number[] = []
  for (let at = from; octets.length < count; at++) {
    const octet = bytes[at]
    if (octet === undefined || octet === pppFlag) break
    if (octet !== pppEscape) octets.push(octet)
    else octets.push((bytes[++at] ?? 0x20) ^ 0x20)
  }
  return octets
}

/** PPP cannot look like this: its protocol fields hold octets that are not printable. */
function isAllText(bytes: Uint8Array): boolean {
  return /^[\t\r\n\x20-\x7e]+$/.test(latin1(bytes))
}

/** Nearly all printable; a boot message may follow a little line noise. */
function isText(bytes: Uint8Array): boolean {
  const printable = latin1(bytes).replace(/[^\t\r\n\x20-\x7e]/g, '').length
  return printable >= bytes.length * 0.8
}

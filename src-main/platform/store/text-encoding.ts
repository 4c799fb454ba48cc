import { analyse } from 'chardet'
import type { Words } from '@core/words'
import {
  capture,
  controlCharacters,
  jpegPicture,
  pngPicture,
  programFile,
  windowsProgram,
  xzFile,
  zipFile,
  zstdFile,
} from './words'

export type TextEncodingName =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'shift_jis'
  | 'euc-jp'
  | 'iso-2022-jp'
  | 'gb18030'
  | 'big5'
  | 'euc-kr'
  | 'windows-1251'
  | 'koi8-r'
  | 'latin1'

/** What a file is written in, judged from its first octets. Latin-1 is what remains: every octet is a character of it. */
export function encodingOf(head: Uint8Array): TextEncodingName {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8'
  const wide = wideOrder(head)
  if (wide) return wide
  if (jisEscape.test(Buffer.from(head).toString('latin1'))) return 'iso-2022-jp'
  if (decodes(head, 'utf-8') !== undefined) return 'utf-8'
  // Octets of Japanese in UTF-8 may pass for Shift_JIS, but hardly the other way round.
  if (hasLine(head, (line) => japaneseText.test(decodes(line, 'utf-8') ?? ''))) return 'utf-8'
  const japanese = decodes(head, 'shift_jis')
  // Frames of PPP may pass for Shift_JIS by chance, but not as kana.
  if (japanese !== undefined && /[\u3041-\u30fe]/.test(japanese)) return 'shift_jis'
  const foreign = statisticsOf(head) ?? asianOf(head)
  if (foreign) return foreign
  if (hasLine(head, isUtf8Line)) return 'utf-8'
  return hasLine(head, (line) => shiftJisLine(line) !== undefined) ? 'shift_jis' : 'latin1'
}

const japaneseText =
  /[\u3041-\u30fe].*[\u3041-\u30fe\u4e00-\u9fff]|[\u4e00-\u9fff].*[\u3041-\u30fe]/

/**
 * A line that is Shift_JIS by itself: hiragana or katakana, or kanji of every day alone (JIS X 0208, level 1: lead octets
 * 88 to 98). Octets of a frame pass for the others.
 */
export function shiftJisLine(line: Uint8Array): string | undefined {
  const text = decodes(line, 'shift_jis')
  if (text === undefined || /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/.test(text)) return undefined
  const foreign = text.match(/[^\x00-\x7f]/g) ?? []
  const telling = foreign.filter((letter) =>
    /[\u3000-\u30fe\u4e00-\u9fff\uff01-\uff5e]/.test(letter),
  )
  if (telling.length < 2 || telling.length < 0.8 * foreign.length) return undefined
  return /[\u3041-\u30fe]{2}/.test(text) || everydayKanji(line) ? text : undefined
}

function everydayKanji(line: Uint8Array): boolean {
  for (let at = 0; at < line.length; at++) {
    const octet = line[at] ?? 0
    if (octet < 0x80) continue
    if (octet < 0x81 || octet > 0x98) return false
    at++
  }
  return true
}

/** ISO-2022-JP goes to two octets a letter and back: ESC $ B … ESC ( B. */
const jisEscape = /\x1b\$[@B][\x21-\x7e]{2,200}\x1b\([BJ]/

/** What chardet finds by how frequent letters are, how sure it must be, and what most of the letters must then be. */
const statistics = [
  ['EUC-KR', 'euc-kr', 60, /[\uac00-\ud7a3]/g],
  ['windows-1251', 'windows-1251', 25, /[\u0401\u0410-\u0451]/g],
  ['KOI8-R', 'koi8-r', 25, /[\u0401\u0410-\u0451]/g],
  ['Big5', 'big5', 60, /[\u4e00-\u9fa5]/g],
] as const

function statisticsOf(head: Uint8Array): TextEncodingName | undefined {
  const lines = linesOfLetters(head)
  const [best] = analyse(lines)
  const found = statistics.find(([name]) => name === best?.name)
  if (!best || !found || best.confidence < found[2]) return undefined
  const text = decodes(lines, found[1])
  return text !== undefined && mostly(text, found[3], 0.8) ? found[1] : undefined
}

/** The lines that are not ASCII and hold no control characters, as frames do. */
function linesOfLetters(head: Uint8Array): Uint8Array {
  const lines = Buffer.from(head).toString('latin1').split('\n')
  const letters = lines.filter(
    (line) => /[\x80-\xff]/.test(line) && !/[\0-\x08\x0e-\x1f]/.test(line),
  )
  return Buffer.from(letters.join('\n'), 'latin1')
}

/** EUC-JP has kana in rows of their own; GB 18030 is taken for what is nearly all common Chinese characters. */
function asianOf(head: Uint8Array): 'euc-jp' | 'gb18030' | undefined {
  const japanese = decodes(head, 'euc-jp')
  if (japanese !== undefined && mostly(japanese, /[\u3041-\u30fe]/g, 0.2)) return 'euc-jp'
  const chinese = decodes(head, 'gb18030')
  const pairs =
    chinese !== undefined && mostly(chinese, /[\u4e00-\u9fa5\u3001-\u3011\uff01-\uff5e]/g, 0.9)
  return pairs && mostlyCommon(head) ? 'gb18030' : undefined
}

function mostly(text: string, form: RegExp, share: number): boolean {
  const foreign = text.match(/[^\x00-\x7f]/g)?.length ?? 0
  return foreign > 3 && (text.match(form)?.length ?? 0) >= share * foreign
}

/** GB 2312, level 1: 3,755 characters of every day have lead octets B0 to D7; frames and letters of Latin-1 are spread. */
function mostlyCommon(head: Uint8Array): boolean {
  let common = 0
  let pairs = 0
  for (let at = 0; at < head.length; at++) {
    const octet = head[at] ?? 0
    if (octet < 0x80) continue
    pairs++
    at++
    if ((octet >= 0xb0 && octet <= 0xd7) || octet === 0xa1 || octet === 0xa3) common++
  }
  return pairs > 0 && common >= 0.8 * pairs
}

/** Frames between the lines of a capture spoil the whole, but not its lines. */
const isUtf8Line = (line: Uint8Array) => decodes(line, 'utf-8')?.includes('\n') === true

/** Whether a line that is not ASCII is such a one. */
function hasLine(head: Uint8Array, holds: (line: Uint8Array) => boolean): boolean {
  for (const line of linesOf(head))
    if (line.some((octet) => octet > 0x7f) && holds(line)) return true
  return false
}

/** The lines of octets, each with its end. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at) + 1 || bytes.length
    yield bytes.subarray(at, end)
    at = end
  }
}

/** Latin text in UTF-16 has a zero in every other octet. */
export function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0]
  const pairs = Math.floor(bytes.length / 2)
  for (let i = 0; i < 2 * pairs; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (pairs < 4) return undefined
  if (odd > 0.4 * pairs && even < 0.1 * pairs) return 'utf-16le'
  if (even > 0.4 * pairs && odd < 0.1 * pairs) return 'utf-16be'
  return undefined
}

/** Nearly every octet is a printable letter by itself: no UTF-16. */
export function looksNarrow(bytes: Uint8Array): boolean {
  const plain = bytes.filter(
    (octet) => octet === 9 || octet === 10 || octet === 13 || (octet > 31 && octet < 127),
  )
  return bytes.length > 16 && plain.length > 0.9 * bytes.length
}
const kinds: readonly (readonly [what: Words, octets: readonly number[]])[] = [
  [zipFile, [0x50, 0x4b, 0x03, 0x04]],
  [xzFile, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  [zstdFile, [0x28, 0xb5, 0x2f, 0xfd]],
  [pngPicture, [0x89, 0x50, 0x4e, 0x47]],
  [jpegPicture, [0xff, 0xd8, 0xff]],
  [{ en: 'a PDF', ja: 'PDF' }, [0x25, 0x50, 0x44, 0x46]],
  [programFile, [0x7f, 0x45, 0x4c, 0x46]],
  [windowsProgram, [0x4d, 0x5a, 0x90, 0x00]],
  [capture, [0xd4, 0xc3, 0xb2, 0xa1]],
  [capture, [0xa1, 0xb2, 0xc3, 0xd4]],
  [capture, [0x0a, 0x0d, 0x0d, 0x0a]],
]

/** What a file is when it is no text, in a few words; undefined for text, and for captures with frames between the lines. */
export function binaryKind(head: Uint8Array): Words | undefined {
  const known = kinds.find(([, octets]) => startsWith(head, octets))
  if (known) return known[0]
  if (wideOrder(head) || startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]))
    return undefined
  const odd = head.filter(
    (octet) => octet < 32 && ![8, 7, 9, 10, 12, 13, 27].includes(octet),
  ).length
  if (odd <= 0.05 * head.length || hasExchange(head)) return undefined
  const percent = Math.round((100 * odd) / head.length)
  return controlCharacters(percent, head.length)
}

function hasExchange(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1')
  return /(?:^|[\r\n\0])(?:AT(?:[\r\n]|[+&%^$*#]\w|[DEIZ])|OK[\r\n]|CONNECT|\+C\w+: )/i.test(text)
}

function startsWith(bytes: Uint8Array, octets: readonly number[]): boolean {
  return octets.every((octet, index) => bytes[index] === octet)
}

/** The text, or undefined when the octets are not that encoding; the last character may be cut off. */
function decodes(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    // Not this one: the caller tries the next.
    return undefined
  }
}

import { fromHex, latin1 } from '../../bytes'
import { prefixStamp } from './prefix-stamp'
import type { OctetPiece, PieceReader } from './octet-sides'

const longest = 1600
const longestPacked = 8192
// What a line of that length can hold; one that holds more would lose its beginning.
const mostOctets = 533
const mostTries = 16
// `00000000  41 54 2b 43  50 …`, `0x3ffb5794   41 54`, `00000010: 4154 2b43`, `000000 41 54`, a bare `41 54 0D`, `0x41, 0x54,`.
const column =
  /(?<![0-9A-Za-z])((?:[0-9a-f]{2}(?:[ :-]{1,2}(?=[0-9a-f]{2}(?![0-9a-f]))|(?![0-9a-f]))){1,533}|(?:[0-9a-f]{4} ){0,255}[0-9a-f]{2,4})(?:\s+([|>]?\S.*)|\s*)$/gi
const offset = /(?:^|\s)(?:0x)?([0-9a-f]{4,16}):?\s+$/i
const array = /^(?:.*=\s*\{)?(?:\s*\/\*.*?\*\/)?\s*((?:0x[0-9a-f]{2}\s*,?\s*){1,533})(?:\};?)?\s*$/i
const arrayName = /(\w+?)_?\d*\s*\[\d*\]\s*=\s*\{/

const sentWord =
  /(?:^|[^a-z])(?:tx|send|sent|sending|write|writing|wr|out|host)(?![a-z])|>>|->|=>|→|发|送信/i
const gotWord =
  /(?:^|[^a-z])(?:rx|recv|received?|receiving|read|reading|rd|in|modem)(?![a-z])|<<|<-|<=|←|收|受信/i

/** The octets of one line of a dump, and what stands before them. */
export function hexColumn(line: string): { before: string; octets: Uint8Array } | undefined {
  if (line.length > longest) return undefined
  // SSCOM marks the end of what it sent.
  if (line.endsWith('□')) return hexColumn(line.slice(0, -1).trimEnd())
  // A time before the column may begin as a column does.
  for (let at = 0, tries = 0; tries < mostTries; tries++) {
    column.lastIndex = at
    const match = column.exec(line)
    if (!match) return undefined
    const found = columnOf(line.slice(0, match.index), match[1] ?? '', match[2])
    if (found) return found
    at = match.index + 1
  }
  return undefined
}

/** Octets without blanks at the end of a line: `TX: 41542B4353510D`, `recv (7 bytes): "41540d"`, a bare line of `xxd -p`. */
export function packedHex(line: string): { before: string; octets: Uint8Array } | undefined {
  if (line.length > longestPacked) return undefined
  const bare = line.replace(/[\s"'`\])>}]+$/, '')
  let at = bare.length
  while (at > 0 && isHex(bare.charCodeAt(at - 1))) at--
  const before = bare.slice(0, at)
  // A number of another kind, a name, a cut octet.
  if (bare.length - at < 4 || (bare.length - at) % 2 > 0 || /[0-9A-Za-z_.-]$/.test(before))
    return /\b0$/i.test(before.replace(/x$/i, '')) && before.endsWith('x')
      ? prefixed(before, bare.slice(at))
      : undefined
  const octets = fromHex(bare.slice(at))
  return octets && { before, octets }
}

function prefixed(before: string, hex: string) {
  const octets = hex.length % 2 === 0 && hex.length >= 4 ? fromHex(hex) : undefined
  return octets && { before: before.slice(0, -2), octets }
}

function isHex(code: number): boolean {
  return (code > 47 && code < 58) || (code > 64 && code < 71) || (code > 96 && code < 103)
}

function columnOf(before: string, hex: string, letters: string | undefined) {
  const octets = fromHex(hex.replace(/[ :-]/g, ''))
  if (!octets || octets.length > mostOctets) return undefined
  if (letters !== undefined && !agrees(letters, octets)) return undefined
  // A pair or two behind words may be anything.
  const alone = before.trim() === '' && hex.includes(' ')
  const sure = letters !== undefined || alone || offset.test(before) || octets.length > 2
  if (!sure && !/(?:tx|rx|sent|recv|mosi|miso)\W*$/i.test(before)) return undefined
  return { before: before.replace(offset, ''), octets }
}

/** Some programs leave out what is no letter: `0D 0A 4F 4B 0D 0A  OK`. */
const onlyLetters = (text: string) => text.replace(/[^\x21-\x2d\x2f-\x7e]/g, '')

function agrees(letters: string, octets: Uint8Array): boolean {
  const shown = letters.replace(/^[|>]/, '').replace(/[|<]\s*$/, '')
  if (octets.length > 3 && onlyLetters(shown) === onlyLetters(latin1(octets))) return true
  // A column may be cut or padded, and have a gap in its middle.
  const bare = shown.length > octets.length ? shown.replace(/^(.{8}) /, '$1') : shown
  // A letter for each octet; the end of what is no dump may begin as one.
  if (bare.trimEnd().length > octets.length + 2) return false
  let same = 0
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i] ?? 0
    const want = octet > 31 && octet < 127 ? String.fromCharCode(octet) : '.'
    const has = bare[i] ?? ' '
    if (has === want) same++
    else if (has !== '.' && has !== ' ') return false
  }
  return same * 10 >= octets.length * 8
}

/** `od -c`: four columns an octet, in letters, escapes or three octal digits; a blank is four blanks. */
const letters = /^[0-7]{7}((?: {3}[^\s]| {2}\\[0abtnvfr\\]| [0-7]{3}| {4}){1,16})\s*$/
const escapesOfC: { readonly [letter: string]: number } = {
  '0': 0,
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
}

function lettersOfOd(line: string): Octets {
  const cells = letters.exec(line)?.[1]?.match(/.{4}/g)
  if (!cells) return undefined
  const octets = cells.map((cell) => {
    const text = cell.trim()
    if (text.length === 3) return parseInt(text, 8)
    if (text.length === 2) return escapesOfC[text[1] ?? ''] ?? text.charCodeAt(1)
    return text === '' ? 32 : text.charCodeAt(0)
  })
  return { before: '', octets: Uint8Array.from(octets) }
}

type Octets = ReturnType<typeof hexColumn>
/** Its date and time stand on a line before the octets, and the port: `2019-03-31 10:00:01.461075: ttyS0` (jpnevulator). */
const heading = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?:? ?(.{0,80})$/

/**
 * `hexdump -C`, `xxd`, `od`, Wireshark's "follow" as dump or as C arrays, and terminals that show octets in hex; or programs
 * that write all octets of a piece as one word.
 */
export function openHexDump(lines: readonly string[]): (() => PieceReader) | undefined {
  const told = lines.filter((line) => line.trim() !== '' && portAbove(line) === undefined)
  const dumped = told.filter((line) => hexColumn(line) !== undefined || array.test(line)).length
  if (dumped > 0 && dumped * 2 >= told.length) return () => reader(hexColumn)
  if (told.filter((line) => lettersOfOd(line) !== undefined).length * 2 >= told.length)
    return () => reader(lettersOfOd)
  const packed = told.filter((line) => packedHex(line) !== undefined).length
  return packed > 1 && packed * 2 >= told.length ? () => reader(packedHex) : undefined
}

const portAbove = (line: string) =>
  packedHex(line) || hexColumn(line) ? undefined : heading.exec(line)?.[1]

function reader(octetsIn: (line: string) => Octets): PieceReader {
  let name = ''
  let above: Omit<OctetPiece, 'octets'> | undefined
  return (line) => {
    const named = arrayName.exec(line)?.[1]
    if (named !== undefined) name = named
    const list = array.exec(line)?.[1]
    if (list !== undefined) return arrayPiece(name, list)
    const found = octetsIn(line)
    if (!found) {
      const port = portAbove(line)
      if (port === undefined) return undefined
      const stamp = prefixStamp(line)
      above = { side: port.trim(), ...(stamp ? { stamp } : {}) }
      return { ...above, octets: new Uint8Array() }
    }
    return above ? { ...above, octets: found.octets } : pieceOf(found)
  }
}

function arrayPiece(side: string, list: string): OctetPiece | undefined {
  const octets = fromHex(list.replace(/0x|[\s,]/gi, ''))
  return octets && { side, octets }
}

function pieceOf({ before, octets }: { before: string; octets: Uint8Array }): OctetPiece {
  const stamp = prefixStamp(before)
  return { side: sideOf(before), octets, ...(stamp ? { stamp } : {}) }
}

/** Two sides are told apart by a word, or, as Wireshark does, by an indentation. */
function sideOf(before: string): string {
  const words = before.replace(/[\d.:]+/g, ' ')
  if (words.trim() === '') return /^\s{2,}/.test(before) ? 'indented' : ''
  if (sentWord.test(words)) return 'sent'
  return gotWord.test(words) ? 'received' : ''
}

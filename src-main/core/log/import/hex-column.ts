import { fromHex } from '../../bytes'
import { prefixStamp } from './prefix-stamp'
import type { OctetPiece, PieceReader } from './octet-sides'

const longest = 1600
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

function columnOf(before: string, hex: string, letters: string | undefined) {
  const octets = fromHex(hex.replace(/[ :-]/g, ''))
  if (!octets || octets.length > mostOctets) return undefined
  if (letters !== undefined && !agrees(letters, octets)) return undefined
  // A pair or two behind words may be anything.
  const sure = letters !== undefined || offset.test(before) || octets.length > 2
  if (!sure && !/(?:tx|rx|sent|recv|mosi|miso)\W*$/i.test(before)) return undefined
  return { before: before.replace(offset, ''), octets }
}

function agrees(letters: string, octets: Uint8Array): boolean {
  const shown = letters.replace(/^[|>]/, '').replace(/[|<]\s*$/, '')
  // A column may be cut or padded, and have a gap in its middle.
  const bare = shown.length > octets.length ? shown.replace(/^(.{8}) /, '$1') : shown
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

/** `hexdump -C`, `xxd`, `od`, Wireshark's "follow" as dump or as C arrays, and terminals that show octets in hex. */
export function openHexDump(lines: readonly string[]): (() => PieceReader) | undefined {
  const told = lines.filter((line) => line.trim() !== '')
  const dumped = told.filter((line) => hexColumn(line) !== undefined || array.test(line)).length
  return dumped > 0 && dumped * 2 >= told.length ? reader : undefined
}

function reader(): PieceReader {
  let name = ''
  return (line) => {
    const named = arrayName.exec(line)?.[1]
    if (named !== undefined) name = named
    const list = array.exec(line)?.[1]
    if (list !== undefined) return arrayPiece(name, list)
    const found = hexColumn(line)
    return found && pieceOf(found)
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

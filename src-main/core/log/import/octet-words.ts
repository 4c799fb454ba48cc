import { fromHex } from '../../bytes'
import { encodedOctets } from './base64-fields'
import type { Stamp } from './format'
import type { OctetPiece, PieceReader } from './octet-sides'
import { prefixStamp } from './prefix-stamp'
import { jsonTime } from './wrap/json-wrap'

const dumped = /^(.*?)<Buffer((?: [0-9a-f]{2})+)>/i
/** Foundation's NSData: words of four octets. */
const words32 = /^(.{0,400}?)<((?:[\da-f]{8} ){1,500}[\da-f]{2,8}|[\da-f]{4,8})>\s*$/i
const decimals = /^(.{0,200}?)[[(](\d{1,3}(?:, ?\d{1,3}){1,2000})[\])]/
const way = /"(?:dir|direction|type|way|op)" ?: ?"(\w{1,12})"/i
/** Whole octets as one word, between commas, semicolons or tabs. */
const hexField = /^(?:[0-9a-f]{2}){2,}$/i
const number = /^-?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})$/
const wayHead = /^(?:tx|rx|txd|rxd|dte|dce|host|modem|mosi|miso)\b|\b(?:tx|rx)$/i

/**
 * Octets in the words of a program: `write <Buffer 41 54 0d>` of Node.js, lists of numbers, Base64 in JSON, a packet's data as
 * one hex word in the table of a capture (USBPcap, usbmon by Wireshark), or a table with a column of octets for each direction.
 */
export function openOctetWords(lines: readonly string[]): (() => PieceReader) | undefined {
  const words = [bufferPiece, dataPiece, decimalPiece, encodedPiece]
  const said = words.find((read) => lines.filter((line) => read(line)).length > 1)
  if (said) return () => said
  const ways = lines
    .slice(0, 20)
    .map(wayColumns)
    .find((found) => found !== undefined)
  if (ways) return () => (line) => columnPiece(line, ways)
  const time =
    lines
      .slice(0, 20)
      .map(timeColumn)
      .find((at) => at >= 0) ?? -1
  const packets = lines.filter((line) => packetPiece(line, time)).length
  return packets > 1 ? () => (line) => packetPiece(line, time) : undefined
}

function bufferPiece(line: string): OctetPiece | undefined {
  const [, words = '', octets = ''] = dumped.exec(line) ?? []
  if (octets === '') return undefined
  return piece(sideOf(words), fromHex(octets), prefixStamp(words))
}

function dataPiece(line: string): OctetPiece | undefined {
  const [, words = '', octets = ''] = words32.exec(line) ?? []
  if (octets === '') return undefined
  return piece(sideOf(words), fromHex(octets), prefixStamp(words))
}

function decimalPiece(line: string): OctetPiece | undefined {
  const [, words = '', list = ''] = decimals.exec(line) ?? []
  const octets = list.split(',').map(Number)
  if (list === '' || octets.some((octet) => octet > 255)) return undefined
  return piece(sideOf(words), Uint8Array.from(octets), prefixStamp(words))
}

function encodedPiece(line: string): OctetPiece | undefined {
  const octets = encodedOctets(line)
  return octets && piece(way.exec(line)?.[1] ?? '', octets, prefixStamp(jsonTime(line) ?? line))
}

/** What is said before the octets, without the numbers that change. */
const sideOf = (words: string) => words.replace(/[\d.:,TZ+-]+/g, '').trim()

const cellsOf = (line: string) =>
  line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
const timeColumn = (line: string) => cellsOf(line).findIndex((head) => /^time\b/i.test(head))

interface WayColumns {
  readonly time: number
  readonly ways: readonly (readonly [at: number, side: string])[]
}

function wayColumns(line: string): WayColumns | undefined {
  const ways = cellsOf(line).flatMap((head, at) =>
    wayHead.test(head) ? [[at, head] as const] : [],
  )
  return ways.length === 2 ? { time: timeColumn(line), ways } : undefined
}

function columnPiece(line: string, { time, ways }: WayColumns): OctetPiece | undefined {
  const cells = cellsOf(line)
  const stamp = secondsAt(cells, time)
  for (const [at, side] of ways) {
    const octet = /^(?:0x)?([0-9a-f]{2})h?$/i.exec(cells[at] ?? '')?.[1]
    if (octet !== undefined) return piece(side, fromHex(octet), stamp)
  }
  return undefined
}

/** The addresses of the packet tell its side; its number, time and length do not. */
function packetPiece(line: string, time: number): OctetPiece | undefined {
  const cells = cellsOf(line)
  const octets = cells.findLast((cell) => hexField.test(cell))
  if (cells.length < 3 || octets === undefined) return undefined
  const side = cells.filter((cell) => cell !== octets && !number.test(cell)).join(' ')
  if (side.trim() === '') return undefined
  return piece(side, fromHex(octets), secondsAt(cells, time))
}

function piece(
  side: string,
  octets: Uint8Array | undefined,
  stamp: Stamp | undefined,
): OctetPiece | undefined {
  return octets && { side, octets, ...(stamp ? { stamp } : {}) }
}

function secondsAt(cells: readonly string[], at: number): Stamp | undefined {
  const cell = cells[at]
  if (cell === undefined || !number.test(cell)) return undefined
  return { ms: Math.round(Number(cell) * 1000), timed: 'elapsed' }
}

import type { Stamp } from './format'
import type { OctetPiece, PieceReader } from './octet-sides'
import { takeStamp } from './stamps'

// Escapes and names of analysers: \r, '\r', 13, '13', CR, COMMA, 0x0D, 0d
const names: { readonly [name: string]: number } = {
  CR: 13,
  LF: 10,
  TAB: 9,
  SPACE: 32,
  COMMA: 44,
  '\\R': 13,
  '\\N': 10,
  '\\T': 9,
  '\\0': 0,
  '': 32,
}

interface Columns {
  readonly time: number
  readonly value: number
  readonly channel: number
  readonly count: number
}

/** The table a logic analyser exports of its serial decoder, one octet a row: Saleae Logic 1 and 2, and its kin. */
export function openAnalyser(lines: readonly string[]): (() => PieceReader) | undefined {
  for (const line of lines.slice(0, 20)) {
    const columns = columnsOf(line)
    if (columns) return () => (row) => pieceOf(fieldsOf(row), columns)
  }
  return undefined
}

function columnsOf(line: string): Columns | undefined {
  const heads = fieldsOf(line).map((head) => head.trim().toLowerCase())
  const time = heads.findIndex((head) => /^(time|start)/.test(head))
  const value = heads.findIndex((head) =>
    /^(value|data|decoded protocol result|ascii|byte)\b/.test(head),
  )
  if (time < 0 || value < 0 || heads.length < 3) return undefined
  const channel = heads.findIndex((head) => /^(name|analyzer name|channel)$/.test(head))
  return { time, value, channel, count: heads.length }
}

function pieceOf(
  fields: readonly string[],
  { time, value, channel }: Columns,
): OctetPiece | undefined {
  const stamp = stampOf((fields[time] ?? '').trim())
  const octet = octetOf(fields[value] ?? '')
  if (!stamp || octet === undefined) return undefined
  return { side: channel < 0 ? '' : (fields[channel] ?? ''), octets: Uint8Array.of(octet), stamp }
}

/** Seconds since the start, or the time of a clock: Logic 2 writes nine digits behind its seconds. */
function stampOf(text: string): Stamp | undefined {
  if (/^\d{4}-\d\d-\d\dT/.test(text))
    return takeStamp(`${text.replace(/(\.\d{6})\d+/, '$1')} `).stamp
  const seconds = Number(text)
  if (text === '' || !Number.isFinite(seconds)) return undefined
  return { ms: Math.round(seconds * 1000), timed: 'elapsed' }
}

function octetOf(field: string): number | undefined {
  if (field === "' '" || field === ' ') return 32
  const quoted = /^'(.*)'$/.exec(field)
  const text = (quoted?.[1] ?? field).replace(/\s*\((?:0x[0-9a-f]{2}|'?.{1,2}'?)\)$/i, '').trim()
  const hex = /^0x([0-9a-f]{2})$/i.exec(text)?.[1]
  if (hex !== undefined) return parseInt(hex, 16)
  // Logic 1 quotes what is no letter as its number: '13'.
  if (quoted && /^\d{2,3}$/.test(text)) return Number(text) & 0xff
  const named = names[text.toUpperCase()]
  if (named !== undefined) return named
  return text.length === 1 ? text.charCodeAt(0) & 0xff : undefined
}

/** The fields of a row; what is quoted may hold commas. */
function fieldsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)\s?(?:"((?:[^"]|"")*)"|('[^']*')|([^,]*))/g)].map(
    ([, double, single, plain]) => double?.replaceAll('""', '"') ?? single ?? plain ?? '',
  )
}

/** One comma-separated field of an answer or of a command's arguments. */
export interface Field {
  /** What stands there, without quotes, brackets and outer spaces; `''` when nothing does. */
  readonly text: string
  readonly quoted: boolean
  /** It stood in round brackets: values of a test form, or one operator of a scan. */
  readonly group: boolean
  /** Character offsets of `text` in the line it came from. */
  readonly start: number
  readonly end: number
}

/** Splits at commas that are neither quoted nor bracketed. Nothing at all gives no field. */
export function splitFields(line: string, from = 0, to = line.length): Field[] {
  const fields: Field[] = []
  let start = from
  let depth = 0
  let quoted = false
  for (let i = from; i < to; i++) {
    const char = line.charCodeAt(i)
    if (char === QUOTE) quoted = !quoted
    else if (quoted) continue
    else if (char === OPEN) depth++
    // Scans come with brackets that were never opened; they close nothing.
    else if (char === CLOSE) depth = Math.max(0, depth - 1)
    else if (char === COMMA && depth === 0) {
      fields.push(fieldOf(line, start, i))
      start = i + 1
    }
  }
  const last = fieldOf(line, start, to)
  if (fields.length > 0 || last.text !== '' || last.quoted || last.group) fields.push(last)
  return fields
}

function fieldOf(line: string, from: number, to: number): Field {
  let start = from
  let end = to
  while (start < end && isSpace(line, start)) start++
  while (end > start && isSpace(line, end - 1)) end--
  const first = line.charCodeAt(start)
  const quoted = start < end && first === QUOTE
  const group = start < end && first === OPEN
  if (quoted || group) {
    const closing = quoted ? QUOTE : CLOSE
    if (end - 1 > start && line.charCodeAt(end - 1) === closing) end--
    start++
  }
  return { text: line.slice(start, end), quoted, group, start, end }
}

const most = 4096
/** `((2-Automatic),(13-GSM))` is as deep as real answers go. */
const deepest = 3

/**
 * The values of a test form: `0-3,5` gives 0, 1, 2, 3, 5; quoted names stay text. A range too long to be
 * spelt out (`300-4000000`) stays as it was written.
 */
export function expandValues(text: string, depth = 0): (number | string)[] {
  const values: (number | string)[] = []
  for (const field of splitFields(text)) {
    if (field.group && depth < deepest) values.push(...expandValues(field.text, depth + 1))
    else if (field.quoted) values.push(...expandText(field.text, most - values.length))
    else if (field.text !== '') values.push(...expandRange(field.text, most - values.length))
  }
  return values.slice(0, most)
}

/** `"0000"-"1111"` is a range of bits; anything else in quotes stays as it is. */
function expandText(text: string, room: number): string[] {
  const [, low = '', high = ''] = /^([01]{1,12})"\s*-\s*"([01]{1,12})$/.exec(text) ?? []
  const first = parseInt(low, 2)
  const count = parseInt(high, 2) - first + 1
  if (low === '' || low.length !== high.length || count < 1 || count > room)
    return [text.replaceAll('"', '')]
  return Array.from({ length: count }, (_, i) => (first + i).toString(2).padStart(low.length, '0'))
}

function expandRange(text: string, room: number): (number | string)[] {
  if (/^[+-]?\d{1,15}$/.test(text)) return [Number(text)]
  const range = /^(\d{1,10})\s*-\s*(\d{1,10})$/.exec(text)
  const low = Number(range?.[1])
  const high = Number(range?.[2])
  if (!range || high < low || high - low >= room) return [text]
  return Array.from({ length: high - low + 1 }, (_, i) => low + i)
}

const QUOTE = 0x22
const OPEN = 0x28
const CLOSE = 0x29
const COMMA = 0x2c

function isSpace(line: string, at: number): boolean {
  const char = line.charCodeAt(at)
  return char === 0x20 || char === 0x09
}

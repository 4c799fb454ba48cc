import type { LogRow, Secret, Words } from '@contract'

const dot = '•'

/** A value somebody must not read over a shoulder: its length roughly, and its last two characters where it is long. */
export function masked(value: string): string {
  return value.length > 8 ? dot.repeat(8) + value.slice(-2) : dot.repeat(8)
}

/** A line with its secrets covered. */
export function maskedLine(text: string, secrets: readonly Secret[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of [...secrets].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    out += text.slice(at, start) + masked(text.slice(start, end))
    at = end
  }
  return out + text.slice(at)
}

/** The same for a sentence about the line, which may repeat what the line holds. */
export function maskedWords(words: string, row: LogRow): string {
  let out = words
  for (const { start, end } of row.explanation?.secrets ?? []) {
    const value = row.text.slice(start, end).replaceAll('"', '')
    if (value.length >= 3) out = out.replaceAll(value, masked(value))
  }
  return out
}

export interface RowText {
  readonly text: string
  readonly words: string
}

/** What a view shows of a row, masked or not. */
export function rowText(row: LogRow, say: (words: Words) => string, mask: boolean): RowText {
  const words = row.explanation ? say(row.explanation.words) : ''
  // A note of the program is its own meaning, and so is one on a command, which names it.
  if (row.dir === 'note' && row.explanation?.words.en === row.text)
    return { text: words, words: '' }
  if (row.dir === 'note' && row.kind === 'note' && row.explanation && row.text === row.command)
    return { text: mask ? maskedWords(words, row) : words, words: '' }
  if (!mask || !row.explanation?.secrets.length) return { text: row.text, words }
  return { text: maskedLine(row.text, row.explanation.secrets), words: maskedWords(words, row) }
}

/** Control characters as the pictures Unicode has for them; octets above 126 as `\xNN`. */
export function visibleText(text: string): string {
  let out = ''
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 0x20) out += String.fromCharCode(0x2400 + code)
    else if (code === 0x7f) out += '␡'
    else if (code > 0x7e && code < 0x100) out += `\\x${code.toString(16)}`
    else out += character
  }
  return out
}

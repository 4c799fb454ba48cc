import { bytesOf } from '../../bytes'
import { utf8 } from '../../utf8'
import type { Language, Words } from '../../words'
import type { LogRow } from '../row'
import {
  echoAgain,
  lateFor,
  messageBody,
  noise,
  payload,
  prompt,
  undescribed,
  unfinished,
  unknown,
} from './words'

/** The line as a person reads it: UTF-8 put together, control characters and other octets as `\xNN`. */
export function shownText(row: LogRow): string {
  return row.dir === 'note' ? row.text : shownOctets(row.text)
}

/** A line of the wire, of which each letter is an octet. */
export function shownOctets(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text
  const whole = utf8(bytesOf(text))
  const readable = /[^\x00-\x7f]/.test(text) && !whole.includes('\ufffd') ? whole : undefined
  return readable === undefined ? escaped(text) : escaped(readable, /[\x00-\x1f\x7f]/g)
}

function escaped(text: string, which = /[^\x20-\x7e]/g): string {
  return text.replace(which, (letter) => {
    const code = letter.charCodeAt(0)
    return code > 0xff ? letter : `\\x${code.toString(16).padStart(2, '0')}`
  })
}

/** Our own words, which say it all; what another program said stands beside what it means. */
export const isOurs = ({ kind, explanation }: LogRow): boolean =>
  kind === 'divider' || (kind === 'note' && explanation?.name !== 'manager')

/** What the row means, in one or two sentences; empty where there is nothing to say. */
export function meaningOf(row: LogRow, language: Language): string {
  const words = row.explanation?.words ?? plainMeaning(row)
  const first = words?.[language] ?? ''
  if (!row.late && !row.unfinished) return oneLine(first)
  const parts = first === '' ? [] : [first]
  if (row.late && row.command !== undefined) parts.push(lateWords(row.command)[language])
  if (row.unfinished) parts.push(unfinished[language])
  return oneLine(parts.join(language === 'en' ? ' ' : ''))
}

function oneLine(text: string): string {
  return text.includes('\n') || text.includes('\r') ? text.replace(/[\r\n]+/g, ' ') : text
}

function plainMeaning(row: LogRow): Words | undefined {
  switch (row.kind) {
    case 'echo':
      return echoAgain
    case 'prompt':
      return prompt
    case 'payload':
      return payload
    case 'noise':
      return noise
    case 'unsolicited':
    case 'answer':
      return row.header === undefined ? undefined : messageBody
    case 'command':
      return undescribed
    case 'unknown':
      return unknown
    default:
      return undefined
  }
}

function lateWords(command: string): Words {
  return lateFor(shownOctets(command))
}

import type { Language, Words } from '@contract'
import { shown } from './shown'

/** A line on standard error, in the language that the command was asked for. */
export function complain(words: Words | string): void {
  const text = typeof words === 'string' ? words : words[languageOf(process.argv)]
  process.stderr.write(`modem-bench: ${shown(text, 'many')}\n`)
}

/** The language a command was asked for; an error can come before its options are read. */
export function languageOf(words: readonly string[]): Language {
  const at = words.indexOf('--lang')
  return words[at + 1] === 'ja' || words.includes('--lang=ja') ? 'ja' : 'en'
}

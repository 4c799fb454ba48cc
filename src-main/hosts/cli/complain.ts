import type { Words } from '@contract'
import { languageOf } from './language'
import { shown } from './shown'

/** A line on standard error, in the language that the command was asked for. */
export function complain(words: Words | string): void {
  const text = typeof words === 'string' ? words : words[languageOf(process.argv)]
  process.stderr.write(`modem-bench: ${shown(text, 'many')}\n`)
}

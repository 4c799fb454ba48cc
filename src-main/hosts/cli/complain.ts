import type { Words } from '@contract'
import { languageOf } from './language'
import { printBeside } from './beside'
import { shown } from './shown'

/** A line on standard error, in the language that the command was asked for. */
export function complain(words: Words | string): void {
  const text = typeof words === 'string' ? words : words[languageOf(process.argv)]
  printBeside(`modem-bench: ${shown(text, 'many')}`)
}

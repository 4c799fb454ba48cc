import type { Language } from '@core/words'
import type { ConfigMistake } from './failover'

/** `config.yaml:8:15: failover.mode: expected one of …`, as compilers say it; without a file `8:15: …`. */
export function mistakeText(
  { line, column, place, words }: ConfigMistake,
  file?: string,
  language: Language = 'en',
): string {
  const where = [file, line > 0 ? line : undefined, line > 0 ? column : undefined]
  const at = where.filter((part) => part !== undefined).join(':')
  return [at, place, words[language]].filter((part) => part !== '').join(': ')
}

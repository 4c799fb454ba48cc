import { Fault, mistakeText, type ConfigMistake, type Language } from '@contract'

/** Every mistake of a file with its place, as compilers say it. */
export function mistakesFault(mistakes: readonly ConfigMistake[], path: string): Fault {
  const all = (language: Language) =>
    `\n${mistakes.map((one) => mistakeText(one, path, language)).join('\n')}`
  return new Fault('bad-input', { en: all('en'), ja: all('ja') })
}

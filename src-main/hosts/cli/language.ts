import { Option, type Command } from 'commander'
import type { Language } from '@contract'
import { inJapanese } from './help/japanese'

/** The language of the system: of its messages on Unix, as the runtime tells it where the environment does not. */
function languageOfSystem(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const unix = LC_ALL || LC_MESSAGES || LANG
  const named =
    unix || (process.platform === 'linux' ? '' : Intl.DateTimeFormat().resolvedOptions().locale)
  return /^ja\b|^ja_/i.test(named) ? 'ja' : 'en'
}

/** The language a command was asked for; an error can come before its options are read. */
export function languageOf(words: readonly string[]): Language {
  const at = words.lastIndexOf('--lang')
  const named = at < 0 ? words.find((word) => word.startsWith('--lang='))?.slice(7) : words[at + 1]
  return named === 'ja' || named === 'en' ? named : languageOfSystem()
}

/** The first word that is not the program's own `--lang`. */
export function commandNamed(words: readonly string[]): string | undefined {
  const [first, , ...behind] = words
  if (first === '--lang') return commandNamed(behind)
  return first?.startsWith('--lang=') ? commandNamed(words.slice(1)) : first
}

/** `--lang`, in front of a command or behind it; what it says in front is what a command takes that is told nothing else. */
export const languageOption = (): Option =>
  new Option('--lang <language>', 'language of the words').choices(['en', 'ja'])

/**
 * Every command says what it says in either language: `--lang` is an option of each. Where a command does something itself beside
 * its own commands, it has the option for all of them.
 */
export function inEitherLanguage(command: Command): Command {
  withLanguage(command)
  return languageOf(process.argv) === 'ja' ? allInJapanese(command) : command
}

function withLanguage(command: Command): void {
  if (command.commands.length > 0 && command.registeredArguments.length === 0)
    return command.commands.forEach(withLanguage)
  command.addOption(languageOption().default(languageOf(process.argv)))
}

function allInJapanese(command: Command): Command {
  for (const each of command.commands) allInJapanese(each)
  return inJapanese(command)
}

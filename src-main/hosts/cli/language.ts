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
  const option = new Option('--lang <language>', 'language of the words')
  command.addOption(option.choices(['en', 'ja']).default(languageOfSystem()))
}

function allInJapanese(command: Command): Command {
  for (const each of command.commands) allInJapanese(each)
  return inJapanese(command)
}

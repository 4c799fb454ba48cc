import { Command } from 'commander'
import { version } from '../version'
import { inJapanese } from './help/japanese'
import { japaneseOf } from './help/texts'
import { languageOf, languageOption } from './language'

/** Behind what a call is refused with. */
export const hint = '(modem-bench --help, or modem-bench <command> --help, lists what is expected)'

/** `modem-bench` without a command. */
export const newProgram = (): Command =>
  new Command('modem-bench')
    .description(
      'Brings a cellular modem on a bench to life, and says why when it does not connect.',
    )
    .version(version, '-V, --version', 'print the version')
    .addOption(languageOption())
    .showHelpAfterError(hint)
    // A command that has commands of its own beside its arguments (soracom platform) leaves them their options.
    .enablePositionalOptions()
    .exitOverride()

/** The program with all that it says in the language of the call. */
export const inItsLanguage = (program: Command): Command =>
  languageOf(process.argv) === 'ja'
    ? inJapanese(program).showHelpAfterError(japaneseOf(hint))
    : program

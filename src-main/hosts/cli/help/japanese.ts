import { Help, type Command, type HelpConfiguration, type OutputConfiguration } from 'commander'
import { refusals, terms } from './commander-words'
import { japaneseOf } from './texts'
import { widthOf, wrapped } from './wide-text'

/**
 * Has a command say its help and what commander refuses in Japanese. The texts of commands stand in English where they are
 * described; their Japanese is looked up by them (`texts`), a test holds that there is one for each.
 */
export function inJapanese(command: Command): Command {
  command.description(japaneseOf(command.description()))
  for (const option of command.options) option.description = japaneseOf(option.description)
  for (const argument of command.registeredArguments)
    argument.description = japaneseOf(argument.description)
  command.helpOption('-h, --help', terms.help)
  if (command.commands.length > 0) command.helpCommand('help [command]', terms.help)
  return command.configureHelp(layout).configureOutput(output)
}

const layout: HelpConfiguration = {
  displayWidth: widthOf,
  boxWrap: wrapped,
  styleTitle: (title) => terms.titles[title] ?? title,
  optionDescription(option) {
    return limitsIn(Help.prototype.optionDescription.call(this, option))
  },
  argumentDescription(argument) {
    return limitsIn(Help.prototype.argumentDescription.call(this, argument))
  },
}

/** What commander adds to a description: the choices, and what counts when nothing is given. */
const limitsIn = (description: string) =>
  description.replace(
    / ?\(((?:choices|default): .*)\)$/,
    (_, limits: string) =>
      `（${limits
        .replaceAll('", "', '"、"')
        .replace(/choices: /, terms.choices)
        .replace(
          /(?:, )?default: /,
          (found) => (found.startsWith(',') ? '、' : '') + terms.otherwise,
        )}）`,
  )

const output: OutputConfiguration = {
  // What stands below the help is written at once, as it was given.
  writeOut: (text) => void process.stdout.write(belowHelp(text)),
  writeErr: (text) => void process.stderr.write(belowHelp(text)),
  outputError: (text, write) => write(refusalIn(text)),
}
const belowHelp = (text: string) => {
  const said = text.trim()
  const japanese = japaneseOf(said)
  return japanese === said ? text : text.replace(said, () => japanese)
}

/** What commander says of a call that it refuses, with what was typed as it was typed. */
export function refusalIn(text: string): string {
  for (const [pattern, say] of refusals) {
    const found = pattern.exec(text)
    if (found) return `${say(found)}${suggestionIn(text)}\n`
  }
  return text
}
const suggestionIn = (text: string) => {
  const [, one] = /\(Did you mean (?:one of )?(.*)\?\)/.exec(text) ?? []
  return one === undefined ? '' : terms.suggestion(one)
}

import { Command } from 'commander'
import { hinting } from '../did-you-mean'
import { modemOptions } from '../on-modem'
import { keep, list, set, undo } from './actions'

/** What a modem's radio may use: each action a command of its own, as a client of the bench. */
export function radioCommand(): Command {
  const radio = new Command('radio').description(
    'Show which bands, technologies, operator and cell a modem may use, and change them with a way back',
  )
  const on = (name: string, what: string, rest = '', isDefault = false) => {
    const command = radio
      .command(`${name} <port>${rest}`, { isDefault })
      .description(what)
      .exitOverride()
    return modemOptions(isDefault ? hinting(radio, command) : command)
  }
  on('list', 'Print the settings of the radio and what may be chosen; changes nothing', '', true)
    .option(
      '--all',
      'each band one by one, where the modem does not tell which it has; else they are ranges',
    )
    .option('--json', 'one JSON object')
    .action(list)
  on(
    'set',
    'Change settings: prints what differs, writes it, reads it back, and takes it back unless it is kept',
    ' <setting=value...>',
  )
    .option('--undo-after <seconds>', 'when it goes back by itself (30 to 1800)', '180')
    .option('--keep', 'keep it at once: nothing goes back by itself')
    .option('--dry-run', 'print what would differ and write nothing')
    .addHelpText(
      'after',
      '\nSettings are named as the list names them: lte-bands=1,3,19 (or all), rat=38, operator=auto or operator=44010, cell=1850,214 or cell=none.\nAfter the write, a line "keep", in any case, on standard input keeps it; anything else, Ctrl-C or the time takes it back. The old values stand in a file until then, so that "radio undo" brings them back even after a crash.\nExample: modem-bench radio set /dev/ttyUSB2 lte-bands=1,3 operator=auto',
    )
    .action(set)
  on('keep', 'Keep the last change, so that nothing goes back any more').action(keep)
  on('undo', 'Take the last change back, also one of an earlier run').action(undo)
  return radio
}

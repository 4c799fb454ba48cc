import { Command } from 'commander'
import { modemOptions } from '../on-modem'
import { askPin, changePin, clearForbidden, enterPin, restoreForbidden, show } from './actions'

/** The SIM in a modem: each action a command of its own, as a client of the bench. */
export function cardCommand(): Command {
  const card = new Command('sim-card').description(
    'Read the SIM in a modem, enter or change its PIN, clear its forbidden networks',
  )
  const on = (name: string, what: string, rest = '') => {
    const command = card.command(`${name} <port>${rest}`).description(what).exitOverride()
    return modemOptions(command)
  }
  const withPin = (command: Command) =>
    command
      .option('--pin <pin>', 'the PIN; everyone on this computer sees it in the list of processes')
      .option('--pin-file <file>', 'the PIN from a file, or - to be asked for it')
      .option('--last-try', 'also with one try left, or where the modem does not tell how many')
      .addHelpText(
        'after',
        '\nThe PIN is sent once and never again by itself. Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.',
      )
  on('show', 'Print what the SIM holds and how many tries its PINs have; changes nothing')
    .option('--hex', 'with the octets of each file')
    .option('--json', 'one JSON object')
    .action(show)
  withPin(on('enter-pin', 'Enter the PIN that the SIM asks for')).action(enterPin)
  withPin(
    on('ask-pin', 'Have the SIM ask for its PIN at each start: on or off', ' <on|off>'),
  ).action(askPin)
  withPin(on('change-pin', 'Change the PIN; the SIM must ask for it (ask-pin on)'))
    .option('--new-pin <pin>', 'the new PIN')
    .option('--new-pin-file <file>', 'the new PIN from a file, or - to be asked for it')
    .action(changePin)
  on(
    'clear-forbidden',
    'Empty the list of forbidden networks (FPLMN); prints the line that puts it back',
  ).action(clearForbidden)
  on('restore-forbidden', 'Write that list as it was', ' <hex>').action(restoreForbidden)
  return card
}

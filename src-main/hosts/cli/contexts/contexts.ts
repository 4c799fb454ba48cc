import { Command, Option } from 'commander'
import { contextAuths, pdpTypes } from '@contract'
import { hinting } from '../did-you-mean'
import { modemOptions } from '../on-modem'
import { list, remove, set } from './actions'

/** The PDP contexts of a modem: each action a command of its own, as a client of the bench. */
export function contextsCommand(): Command {
  const contexts = new Command('contexts').description(
    'List the PDP contexts of a modem, define one, delete one',
  )
  const on = (name: string, what: string, rest = '', isDefault = false) => {
    const command = contexts
      .command(`${name} <port>${rest}`, { isDefault })
      .description(what)
      .exitOverride()
    return modemOptions(isDefault ? hinting(contexts, command) : command)
  }
  on('list', 'Print all contexts and what each is for; changes nothing', '', true)
    .option('--json', 'one JSON object')
    .action(list)
  on(
    'set',
    'Define a context, or change it: prints what differs, writes it, reads it back',
    ' <cid>',
  )
    .requiredOption('--apn <name>', 'the access point; "" lets the network choose')
    .addOption(new Option('--type <type>', 'PDP type').choices([...pdpTypes]).default('IP'))
    .addOption(
      new Option('--auth <kind>', 'authentication; keep leaves it as it is')
        .choices([...contextAuths])
        .default('keep'),
    )
    .option('--user <name>', 'user name', '')
    .option(
      '--password <text>',
      'the password; everyone on this computer sees it in the list of processes',
    )
    .option('--password-file <file>', 'the password from a file, or - to be asked for it')
    .option('--dry-run', 'print what would differ and write nothing')
    .addHelpText(
      'after',
      '\nThe context that the modem attaches with is written with the radio off; it goes on again.\nExample: modem-bench contexts set /dev/ttyUSB2 1 --apn soracom.io --auth chap --user sora --password-file -',
    )
    .action(set)
  on('remove', 'Delete a context: prints what it was, deletes it, reads back', ' <cid>')
    .option('--dry-run', 'print what would be deleted and write nothing')
    .action(remove)
  return contexts
}

import { Command } from 'commander'
import { hinting } from '../did-you-mean'
import { modemOptions } from '../on-modem'
import { get, list, put, remove } from './actions'

/** The files and certificates in a modem: each action a command of its own, as a client of the bench. */
export function filesCommand(): Command {
  const files = new Command('files').description(
    'List, load, read and delete the files and certificates in a modem',
  )
  const on = (name: string, what: string, rest = '', isDefault = false) => {
    const command = files
      .command(`${name} <port>${rest}`, { isDefault })
      .description(what)
      .exitOverride()
    return modemOptions(isDefault ? hinting(files, command) : command)
  }
  on('list', 'Print files and certificates, and the free space; changes nothing', '', true)
    .option('--json', 'one JSON object')
    .action(list)
  on(
    'put',
    'Load a file of at most 3 MB into the modem, and look that it is there',
    ' <file> [name]',
  )
    .option('--certificate', 'into the place of the certificates and keys (PEM or DER)')
    .option('--replace', 'where the name is there already, in its place')
    .action(put)
  on('get', 'Read a file out of the modem', ' <name> [file]').action(get)
  on('rm', 'Delete a file or certificate of the modem, for good', ' <name>')
    .option('--certificate', 'a certificate or key')
    .option('--yes', 'delete it; without this nothing is deleted')
    .action(remove)
  files.addHelpText(
    'after',
    '\nExit code: 0 done, 1 the modem refused, 2 the call was wrong, 3 no port.\nExample: modem-bench files put /dev/ttyUSB2 ca.pem --certificate',
  )
  return files
}

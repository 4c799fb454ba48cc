import { Command } from 'commander'
import { modemOptions } from '../on-modem'
import { centre, list, read, remove } from './inbox'
import { send } from './send'

/** Messages of a modem: each action a command of its own, as a client of the bench. */
export function smsCommand(): Command {
  const sms = new Command('sms').description('Read, send and delete short messages (SMS)')
  const on = (name: string, what: string, rest = '') => {
    const command = sms.command(`${name} <port>${rest}`).description(what).exitOverride()
    return modemOptions(command)
  }
  on('list', 'List all messages, one a line; the modem counts them as read then')
    .option('--pdu', 'with the PDU of each part')
    .option('--json', 'one JSON object a message')
    .addHelpText(
      'after',
      '\nThe name in front (SM:3) is what read and delete take. Exit code: 0 done, 1 the modem refused, 3 no port.',
    )
    .action(list)
  on('read', 'Print messages whole, by conversation; all of them where none is named', ' [ids...]')
    .option('--pdu', 'with the PDU of each part')
    .option('--json', 'one JSON object a message')
    .action(read)
  on('send', 'Send a text; exit 1 when it is refused, or its report is bad', ' [number] [text]')
    .option(
      '--text <text>',
      'the text from elsewhere: @FILE, or - for standard input, where the list of processes does not show it',
    )
    .option('--pdu <hex>', 'send this SMS-SUBMIT as it is; 00 in front is the centre of the SIM')
    .option('--report', 'ask for a delivery report, and wait for it')
    .option('--wait <seconds>', 'how long to wait for the network and for the report', '60')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nThe text goes out in the GSM alphabet (160 characters, or 153 a part), or, where that lacks a character, in UCS2 (70, or 67 a\npart).\nExample: modem-bench sms send /dev/ttyUSB2 +819012345678 --text @message.txt --report',
    )
    .action(send)
  on('delete', 'Delete messages, each with all its parts', ' <ids...>').action(remove)
  on('centre', 'Print the number of the service centre, or set it', ' [number]').action(centre)
  return sms
}

import { latin1 } from '@core/bytes'
import type { FamilyAnswer, FamilyCommand, Trouble } from '@core/modem/family-command'
import type { SocketFamily } from '@core/sockets/family'
import { fieldsIn, numberIn, plain, refusal } from '../family-readers'
import { attach, isNordic, lookUp } from './nordic-parts'
import { nordicHttp as http } from '../http/nordic'
import { nordicMqtt as mqtt } from '../mqtt/nordic'

const mostOctets = 1_024
/** The text stands between quotes in the command, as it is. */
const writable = /^[\x20\x21\x23-\x7e]*$/

/** `#XSOCKET: <handle>,<type>,<protocol>`; a negative handle is none. */
function handle(answer: FamilyAnswer): number | Trouble | undefined {
  const number = numberIn(answer, '#XSOCKET:', 0)
  if (!answer.ok || (number !== undefined && number < 0)) return refusal(answer)
  return number
}
/** `#XCONNECT: 1` */
const connected: FamilyCommand<true>['read'] = (answer) => {
  if (!answer.ok) return { ...refusal(answer), trouble: 'refused' }
  return fieldsIn(answer.lines, '#XCONNECT:')?.[0] === '1' || refusal(answer)
}

/** nRF91 with the Serial LTE Modem: its commands are about the socket that was opened last. */
const nordic: SocketFamily = {
  id: 'nordic',
  name: 'Nordic nRF91 (Serial LTE Modem)',
  source: 'nRF Connect SDK 2, Serial LTE Modem: socket AT commands',
  matches: isNordic,
  context: attach,
  dns: lookUp,
  socket: {
    prepare: [],
    create: (kind) => ({ command: `AT#XSOCKET=1,${kind === 'tcp' ? 1 : 2},0`, read: handle }),
    number: 0,
    takes: (octets) => octets.length <= mostOctets && writable.test(latin1(octets)),
    open: (_socket, _kind, { host, port }) => [
      { command: `AT#XCONNECT="${host}",${port}`, timeoutMs: 120_000, read: connected },
    ],
    send: (_socket, _kind, _to, octets) => plain(`AT#XSEND="${latin1(octets)}"`),
    waiting: /^#XAPOLL: *\d/,
    receive: () => ({
      command: 'AT#XRECV=1',
      counted: '#XRECV:',
      // Nothing within the second is an error.
      read: (answer) => (answer.ok ? (answer.octets ?? new Uint8Array(0)) : new Uint8Array(0)),
    }),
    closed: /^#XSOCKET: *-?\d+, *"closed"/,
    close: () => plain('AT#XSOCKET=0'),
  },
  http,
  mqtt,
}
export default nordic

import { fromHex, hexOf } from '@core/bytes'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { SocketFamily } from '@core/sockets/family'
import { fieldsIn, numberIn, plain, refusal } from '../family-readers'
import { attach, isNordic, lookUp } from './nordic-parts'

/** Two digits an octet, 2800 at most. */
const mostOctets = 1_400

/** `#XSOCKET: <handle>,<type>,<protocol>`; a negative handle is none. */
function handle(answer: FamilyAnswer): number | Trouble | undefined {
  const number = numberIn(answer, '#XSOCKET:', 0)
  if (!answer.ok || (number !== undefined && number < 0)) return refusal(answer)
  return number
}
/** `#XRECV: 0,1,5` and the octets in hex on the line behind it; nothing within the second is an error. */
function received({ ok, lines }: FamilyAnswer): Uint8Array | undefined {
  if (!ok) return new Uint8Array(0)
  const at = lines.findIndex((line) => line.startsWith('#XRECV:'))
  return at < 0 ? undefined : fromHex(lines[at + 1] ?? '')
}

/** nRF91 with the Serial Modem, which followed the Serial LTE Modem: every command names its socket. */
const serialModem: SocketFamily = {
  id: 'nordic-serial-modem',
  name: 'Nordic nRF91 (Serial Modem)',
  source: 'Nordic Serial Modem (ncs-serial-modem), socket AT commands',
  matches: isNordic,
  tells: { command: 'AT#XSMVER', answer: /^#XSMVER:/ },
  context: attach,
  dns: lookUp,
  socket: {
    prepare: [],
    create: (kind) => ({ command: `AT#XSOCKET=1,${kind === 'tcp' ? 1 : 2},0`, read: handle }),
    number: 0,
    takes: (octets) => octets.length <= mostOctets,
    open: (socket, _kind, { host, port }) => [
      {
        command: `AT#XCONNECT=${socket},"${host}",${port}`,
        timeoutMs: 120_000,
        read: (answer) => {
          if (!answer.ok) return { ...refusal(answer), trouble: 'refused' }
          return fieldsIn(answer.lines, '#XCONNECT:')?.[1] === '1' || refusal(answer)
        },
      },
    ],
    send: (socket, _kind, _to, octets) => plain(`AT#XSEND=${socket},1,0,"${hexOf(octets)}"`),
    waiting: /^#XAPOLL: *\d/,
    receive: (socket, _kind, most) => ({
      command: `AT#XRECV=${socket},1,0,1,${most}`,
      read: received,
    }),
    closed: /^#XCLOSE: *\d+, *-?\d+/,
    close: (socket) => plain(`AT#XCLOSE=${socket}`),
  },
}
export default serialModem

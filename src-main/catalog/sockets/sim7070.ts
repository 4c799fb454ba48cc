import { bytesOf } from '@core/bytes'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { SocketFamily } from '@core/sockets/family'
import { caResult } from '../decoders/shared/simcom-results'
import { coded, fieldsIn, given, plain, refusal, type ResultCodes } from '../family-readers'
import { sim7070Http as http } from '../http/sim7070'
import { sim7070Mqtt as mqtt } from '../mqtt/sim7070'

const sockets: ResultCodes = {
  table: caResult,
  causes: { 20: 'dns', 21: 'context', 23: 'refused', 24: 'certificate', 25: 'certificate' },
}

/** `+CDNSGIP: 1,"name","address"` behind the OK; `+CDNSGIP: 0,<error>`. */
function address(answer: FamilyAnswer): string | Trouble | undefined {
  const [found, , ip] = fieldsIn(answer.lines, '+CDNSGIP:') ?? []
  if (found === '1' && ip) return ip
  if (found !== '0') return answer.ok ? undefined : refusal(answer)
  return {
    trouble: 'dns',
    seen: answer.lines.find((line) => line.startsWith('+CDNSGIP:')) ?? '',
    meaning: null,
  }
}

/** `+CARECV: <octets>,<octets as they are>`; `+CARECV: 0` where none wait. What holds a line end cannot be told apart from lines. */
function received(answer: FamilyAnswer): Uint8Array | Trouble | undefined {
  if (!answer.ok) return refusal(answer)
  const line = answer.lines.find((one) => one.startsWith('+CARECV:')) ?? ''
  const [, count, text = ''] = /^\+CARECV: *(\d+),?([^]*)$/.exec(line) ?? []
  return count === undefined ? undefined : bytesOf(text.slice(0, Number(count)))
}

/** SIM7070, SIM7080 and SIM7090. */
const sim7070: SocketFamily = {
  id: 'sim7070',
  name: 'SIMCom SIM7070, SIM7080, SIM7090',
  source: 'SIMCom SIM7070/SIM7080/SIM7090 Series TCP/UDP(S) Application Note V1.03',
  matches: (identity) => /SIM70[789]0/i.test(identity),
  context: {
    is: {
      command: 'AT+CNACT?',
      read: ({ ok, lines }) => {
        const row = lines.find((line) => /^\+CNACT: *0,/.test(line))
        return !ok || row === undefined ? undefined : /^\+CNACT: *0, *[12]/.test(row)
      },
    },
    open: plain('AT+CNACT=0,1', { later: true }),
    close: plain('AT+CNACT=0,0', { later: true }),
  },
  dns: (name) => ({ command: `AT+CDNSGIP="${name}"`, later: true, read: address }),
  ping: (host, count) => ({
    command: `AT+SNPING4="${host}",${count},32,10000`,
    timeoutMs: 15_000 * count,
    read: (answer) => {
      const times = answer.lines.flatMap((line) => {
        const [, ms] = /^\+SNPING4: *\d+,[^,]*, *(\d+)$/.exec(line) ?? []
        return ms === undefined ? [] : [Number(ms)]
      })
      if (!answer.ok) return refusal(answer)
      const came = times.filter((ms) => ms > 0 && ms < 10_000)
      const sum = came.reduce((all, ms) => all + ms, 0)
      return {
        sent: count,
        received: came.length,
        avgMs: came.length > 0 ? Math.round(sum / came.length) : null,
      }
    },
  }),
  socket: {
    prepare: [],
    number: 0,
    open: (socket, kind, { host, port }) => [
      {
        command: `AT+CAOPEN=${socket},0,"${kind.toUpperCase()}","${host}",${port}`,
        timeoutMs: 120_000,
        read: coded('+CAOPEN:', 1, sockets),
      },
    ],
    send: (socket, _kind, _to, octets) => given(`AT+CASEND=${socket},${octets.length}`, octets),
    waiting: /^\+CADATAIND:/,
    receive: (socket, _kind, most) => ({ command: `AT+CARECV=${socket},${most}`, read: received }),
    closed: /^\+CASTATE: *\d+, *0/,
    close: (socket) => plain(`AT+CACLOSE=${socket}`),
  },
  http,
  mqtt,
}
export default sim7070

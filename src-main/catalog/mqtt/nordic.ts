import { latin1 } from '@core/bytes'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { FamilyMqtt } from '@core/sockets/family'
import { mqttAnswer } from '../decoders/shared/quectel-results'
import { codeTrouble, numberIn, plain, refusal } from '../family-readers'

const mostOctets = 1_024
/** The text stands between quotes in the command, as it is. */
const writable = /^[\x20\x21\x23-\x7e]*$/
/** What the broker says in its CONNACK is the same for every client (MQTT 3.1.1, table 3.1). */
const answering = { table: mqttAnswer, causes: { 2: 'login', 4: 'login', 5: 'login' } } as const

/** `#XMQTTEVT: <event>,<result>`: 0 is success; of a log-in a positive number is the broker's answer, a negative one an errno. */
function told(answer: FamilyAnswer): true | Trouble | undefined {
  const result = numberIn(answer, '#XMQTTEVT:', 1)
  const event = numberIn(answer, '#XMQTTEVT:', 0)
  if (result === undefined) return answer.ok ? undefined : refusal(answer)
  const seen = answer.lines.findLast((line) => line.startsWith('#XMQTTEVT:')) ?? ''
  if (event === 1) return { trouble: 'closed', seen, meaning: null }
  if (result > 0) return codeTrouble(result, answering, seen)
  return result === 0 || { trouble: 'other', seen, meaning: null }
}

/** #XMQTTCFG, #XMQTTCON, #XMQTTSUB and #XMQTTPUB of the Serial LTE Modem (nRF Connect SDK 2, MQTT client AT commands). */
export const nordicMqtt: FamilyMqtt = {
  takes: (octets) => octets.length <= mostOctets && writable.test(latin1(octets)),
  ownContext: false,
  take: ({ clientId }) => [plain(`AT#XMQTTCFG="${clientId}",60,1`)],
  prefer: [],
  connect: ({ host, port, user, password }) => [
    {
      command: `AT#XMQTTCON=1,"${user}","${password}","${host}",${port}`,
      timeoutMs: 120_000,
      later: true,
      read: told,
    },
  ],
  disconnect: plain('AT#XMQTTCON=0'),
  subscribe: (topic) => ({ command: `AT#XMQTTSUB="${topic}",1`, later: true, read: told }),
  publish: (topic, octets) => [
    { command: `AT#XMQTTPUB="${topic}","${latin1(octets)}",1,0`, later: true, read: told },
  ],
  arrived: /^#XMQTTEVT: *2,/,
  lost: /^#XMQTTEVT: *1,/,
  // `#XMQTTMSG: <octets>,<octets>`, then topic and message, each a line.
  message: (lines) => {
    const at = lines.findLastIndex((line) => line.startsWith('#XMQTTMSG:'))
    return at < 0 ? null : lines.slice(at + 2, -1).join('\n')
  },
}

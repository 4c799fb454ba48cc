import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { FamilyMqtt } from '@core/sockets/family'
import { mqttAnswer, mqttOpened, mqttSent } from '../decoders/shared/quectel-results'
import { coded, codeTrouble, numberIn, plain, refusal, type ResultCodes } from '../family-readers'

const opening: ResultCodes = { table: mqttOpened, causes: { 3: 'context', 4: 'dns', 5: 'closed' } }
const sending: ResultCodes = { table: mqttSent, causes: { 1: 'timeout', 2: 'closed' } }
const answering: ResultCodes = { table: mqttAnswer, causes: { 2: 'login', 4: 'login', 5: 'login' } }
/** The last of six clients: the first is what a program takes. */
const client = 5
const setting = (name: string, value: string) =>
  plain(`AT+QMTCFG="${name}",${client}${value === '' ? '' : `,${value}`}`)

/** `+QMTCONN: <client>,<result>,<answer of the broker>`. */
function loggedIn(answer: FamilyAnswer): true | Trouble | undefined {
  const said = numberIn(answer, '+QMTCONN:', 2)
  const result = numberIn(answer, '+QMTCONN:', 1)
  const seen = answer.lines.findLast((line) => line.startsWith('+QMTCONN:')) ?? ''
  if (said !== undefined && said !== 0) return codeTrouble(said, answering, seen)
  if (result === undefined) return answer.ok ? undefined : refusal(answer)
  return result === 0 || codeTrouble(result, sending, seen)
}
/** With either name, whichever of the two was sent. */
const published = (answer: FamilyAnswer): true | Trouble | undefined => {
  const named = answer.lines.some((line) => line.startsWith('+QMTPUBEX:'))
  return coded(named ? '+QMTPUBEX:' : '+QMTPUB:', 2, sending)(answer)
}
const publication = (name: string, topic: string, octets: Uint8Array) => ({
  command: `AT+${name}=${client},1,1,0,"${topic}",${octets.length}`,
  payload: octets,
  later: true as const,
  read: published,
})

/** QMT* of EC2x, EG9x, BG9x and RM5xx (MQTT Application Notes). */
export const quectelMqtt: FamilyMqtt = {
  secure: true,
  ownContext: false,
  // MQTT 3.1.1; without it, it is 3.1, which brokers of today refuse.
  take: ({ secure, tlsContext }) => [
    setting('version', '4'),
    setting('ssl', secure ? `1,${tlsContext}` : '0'),
  ],
  // The message itself in its line.
  prefer: [setting('recv/mode', '0')],
  connect: ({ host, port, clientId, user, password }) => [
    {
      command: `AT+QMTOPEN=${client},"${host}",${port}`,
      later: true,
      read: coded('+QMTOPEN:', 1, opening),
    },
    {
      command: `AT+QMTCONN=${client},"${clientId}"${user === '' ? '' : `,"${user}","${password}"`}`,
      later: true,
      read: loggedIn,
    },
  ],
  disconnect: {
    command: `AT+QMTDISC=${client}`,
    later: true,
    read: (answer) => {
      const result = numberIn(answer, '+QMTDISC:', 1)
      if (result === undefined) return answer.ok ? undefined : refusal(answer)
      const seen = answer.lines.findLast((line) => line.startsWith('+QMTDISC:')) ?? ''
      return result === 0 || { trouble: 'other', seen, meaning: null }
    },
  },
  // What the broker has closed itself is refused here.
  drop: { command: `AT+QMTCLOSE=${client}`, later: true, read: () => true },
  subscribe: (topic) => ({
    command: `AT+QMTSUB=${client},1,"${topic}",1`,
    later: true,
    read: coded('+QMTSUB:', 2, sending),
  }),
  publish: (topic, octets) => [publication('QMTPUBEX', topic, octets)],
  publishElse: (topic, octets) => publication('QMTPUB', topic, octets),
  arrived: /^\+QMTRECV: *5,/,
  lost: /^\+QMTSTAT: *5,/,
  // With the count of octets before it, or without.
  message: (lines) =>
    /^\+QMTRECV: *5, *\d+, *"[^"]*",(?: *\d+,)? *"([^]*)"$/.exec(lines.at(-1) ?? '')?.[1] ?? null,
}

import { bytesOf } from '@core/bytes'
import type { FamilyMqtt } from '@core/sockets/family'
import { mqttResult } from '../decoders/shared/simcom-results'
import { coded, given, numberIn, plain, refusal, type ResultCodes } from '../family-readers'

const results: ResultCodes = {
  table: mqttResult,
  causes: {
    7: 'context',
    9: 'context',
    17: 'timeout',
    25: 'dns',
    26: 'closed',
    28: 'login',
    30: 'login',
    31: 'login',
    32: 'tls',
    33: 'certificate',
    34: 'tls',
  },
}
const RUNS_ALREADY = 23
/** The second of two clients: the first is what a program takes. */
const client = 1
const seconds = 60

/** CMQTT* of SIM7500, SIM7600, A76xx and SIM767x (MQTT(S) Application Note). */
export const simcomMqtt: FamilyMqtt = {
  secure: true,
  ownContext: true,
  start: {
    command: 'AT+CMQTTSTART',
    later: true,
    read: (answer) =>
      numberIn(answer, '+CMQTTSTART:', 0) === RUNS_ALREADY
        ? false
        : coded('+CMQTTSTART:', 0, results)(answer),
  },
  stop: { command: 'AT+CMQTTSTOP', later: true, read: coded('+CMQTTSTOP:', 0, results) },
  take: ({ clientId, secure, tlsContext }) => [
    {
      command: `AT+CMQTTACCQ=${client},"${clientId}",${secure ? 1 : 0}`,
      // A refusal has its number in a line of its own; without one it is done.
      read: (answer) => {
        const told = answer.lines.some((line) => line.startsWith('+CMQTTACCQ:'))
        return told ? coded('+CMQTTACCQ:', 1, results)(answer) : answer.ok || refusal(answer)
      },
    },
    ...(secure ? [plain(`AT+CMQTTSSLCFG=${client},${tlsContext}`)] : []),
  ],
  leave: plain(`AT+CMQTTREL=${client}`),
  prefer: [],
  // The scheme is tcp with TLS too: the client was taken with it.
  connect: ({ host, port, user, password }) => [
    {
      command: `AT+CMQTTCONNECT=${client},"tcp://${host}:${port}",${seconds},1${user === '' ? '' : `,"${user}","${password}"`}`,
      later: true,
      read: coded('+CMQTTCONNECT:', 1, results),
    },
  ],
  disconnect: {
    command: `AT+CMQTTDISC=${client},${seconds}`,
    later: true,
    read: coded('+CMQTTDISC:', 1, results),
  },
  subscribe: (topic) => ({
    command: `AT+CMQTTSUB=${client},${topic.length},1`,
    payload: bytesOf(topic),
    later: true,
    read: coded('+CMQTTSUB:', 1, results),
  }),
  publish: (topic, octets) => [
    given(`AT+CMQTTTOPIC=${client},${topic.length}`, bytesOf(topic)),
    given(`AT+CMQTTPAYLOAD=${client},${octets.length}`, octets),
    {
      command: `AT+CMQTTPUB=${client},1,${seconds}`,
      later: true,
      read: coded('+CMQTTPUB:', 1, results),
    },
  ],
  arrived: /^\+CMQTTRXEND: *1\b/,
  lost: /^\+CMQTTCONNLOST: *1,/,
  message: (lines) => {
    const header = lines.findLastIndex((line) => /^\+CMQTTRXPAYLOAD: *1,/.test(line))
    return header < 0 ? null : (lines[header + 1] ?? null)
  },
}

import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { ModemPings, SocketFamily, TlsSettings } from '@core/sockets/family'
import { httpStatus, tcpResult, tlsResult } from '../decoders/shared/simcom-results'
import { coded, codeTrouble, done, fieldsIn, numberIn, plain, refusal } from '../family-readers'
import type { ResultCodes } from '../family-readers'
import { simcomMqtt as mqtt } from '../mqtt/simcom'

const sockets: ResultCodes = {
  table: tcpResult,
  causes: { 1: 'context', 2: 'context', 10: 'timeout', 11: 'dns' },
}
const web: ResultCodes = {
  table: httpStatus,
  causes: {
    603: 'dns',
    705: 'timeout',
    709: 'context',
    710: 'tls',
    713: 'dns',
    715: 'tls',
    717: 'context',
    719: 'certificate',
  },
}

const secure: ResultCodes = {
  table: tlsResult,
  causes: { 13: 'dns', 15: 'tls', 17: 'context', 19: 'certificate' },
}

/** `+CDNSGIP: 1,"name","address"`; `+CDNSGIP: 0,10` where there is none. */
function address(answer: FamilyAnswer): string | Trouble | undefined {
  const [found, , ip] = fieldsIn(answer.lines, '+CDNSGIP:') ?? []
  if (found === '1' && ip) return ip
  if (found !== '0') return answer.ok ? undefined : refusal(answer)
  const seen = answer.lines.find((line) => line.startsWith('+CDNSGIP:')) ?? ''
  return { trouble: 'dns', seen, meaning: null }
}

/** `+CPING: 3,<sent>,<received>,<lost>,<min>,<max>,<avg>`, the last of the lines behind the OK. */
function pings(answer: FamilyAnswer): ModemPings | Trouble | undefined {
  const [kind, sent, received, , , , avg] = fieldsIn(answer.lines, '+CPING:') ?? []
  if (kind !== '3') return answer.ok ? undefined : refusal(answer)
  const some = Number(received) > 0
  return { sent: Number(sent), received: Number(received), avgMs: some ? Number(avg) : null }
}

/** `+CIPRXGET: 2,<socket>,<octets>,<left>` and the octets. What has not come yet is refused: `+IP ERROR: No data`. */
function received(answer: FamilyAnswer): Uint8Array | Trouble {
  const none = answer.lines.some((line) => /^\+IP ERROR: *No data/i.test(line))
  return answer.ok || none ? (answer.octets ?? new Uint8Array(0)) : refusal(answer)
}

/** `+HTTPACTION: <method>,<status>,<octets>`; results of the modem itself are 600 and above. */
function answered(answer: FamilyAnswer) {
  const status = numberIn(answer, '+HTTPACTION:', 1)
  if (status === undefined) return answer.ok ? undefined : refusal(answer)
  const seen = answer.lines.find((line) => line.startsWith('+HTTPACTION:')) ?? ''
  if (status >= 600) return codeTrouble(status, web, seen)
  return { status, octets: numberIn(answer, '+HTTPACTION:', 2) ?? 0 }
}

/** `+CSSLCFG: <context>,<version>,<check>,<ignore time>,<limit>,"<CA>","<certificate>","<key>",…,<SNI>`. */
function settings(context: number) {
  return (answer: FamilyAnswer): TlsSettings | Trouble => {
    if (!answer.ok) return refusal(answer)
    const row = fieldsIn(answer.lines, `+CSSLCFG: ${context},`)
    if (!row || row.length < 8) return { sni: null, verify: null, ca: null }
    const last = row.at(-1)
    return {
      sni: last === '0' || last === '1' ? last === '1' : null,
      verify: /^\d$/.test(row[1] ?? '') ? row[1] === '1' || row[1] === '2' : null,
      ca: row[4] ?? null,
    }
  }
}

/** SIM7500, SIM7600, A76xx, SIM7670 and SIM7672. */
const simcomA76: SocketFamily = {
  id: 'simcom-a76',
  name: 'SIMCom SIM7500, SIM7600, A76xx, SIM767x',
  source: 'SIMCom A76XX Series AT Command Manual V1.09, TCP/IP, HTTP(S), MQTT(S), SSL',
  matches: (identity) => /\bA7[567]\d\d|SIM7[56]\d\d|SIM76[67]\d|SIM767/i.test(identity),
  context: {
    is: {
      command: 'AT+NETOPEN?',
      read: (answer) => {
        const state = numberIn(answer, '+NETOPEN:', 0)
        return state === undefined ? undefined : state === 1
      },
    },
    open: { command: 'AT+NETOPEN', later: true, read: coded('+NETOPEN:', 0, sockets) },
    close: { command: 'AT+NETCLOSE', later: true, read: coded('+NETCLOSE:', 0, sockets) },
  },
  dns: (name) => ({ command: `AT+CDNSGIP="${name}"`, read: address }),
  ping: (host, count) => ({ command: `AT+CPING="${host}",1,${count}`, later: true, read: pings }),
  socket: {
    // Octets wait until they are read; else they come among the answers.
    prepare: [plain('AT+CIPRXGET=1')],
    number: 0,
    open: (socket, kind, { host, port }) => [
      {
        // A datagram has its place told when it is sent.
        command:
          kind === 'tcp'
            ? `AT+CIPOPEN=${socket},"TCP","${host}",${port}`
            : `AT+CIPOPEN=${socket},"UDP",,,5000`,
        later: true,
        read: coded('+CIPOPEN:', 1, sockets),
      },
    ],
    send: (socket, kind, { host, port }, octets) => ({
      command: `AT+CIPSEND=${socket},${octets.length}${kind === 'udp' ? `,"${host}",${port}` : ''}`,
      payload: octets,
      later: true,
      read: (answer) => {
        const sent = numberIn(answer, '+CIPSEND:', 2)
        if (!answer.ok || sent !== -1) return done(answer)
        const seen = answer.lines.find((line) => line.startsWith('+CIPSEND:')) ?? ''
        return { trouble: 'closed', seen, meaning: null }
      },
    }),
    waiting: /^\+CIPRXGET: *1,/,
    receive: (socket, _kind, most) => ({
      command: `AT+CIPRXGET=2,${socket},${most}`,
      read: received,
    }),
    closed: /^\+IPCLOSE:/,
    close: (socket) => ({
      command: `AT+CIPCLOSE=${socket}`,
      later: true,
      read: coded('+CIPCLOSE:', 1, sockets),
    }),
  },
  // The first of two sessions; the second is left to others.
  handshake: {
    start: {
      command: 'AT+CCHSTART',
      later: true,
      // A service that runs already is refused.
      read: (answer) => answer.ok && coded('+CCHSTART:', 0, secure)(answer),
    },
    stop: { command: 'AT+CCHSTOP', later: true, read: coded('+CCHSTOP:', 0, secure) },
    settings: (context) => plain(`AT+CCHSSLCFG=0,${context}`),
    open: ({ host, port }) => ({
      command: `AT+CCHOPEN=0,"${host}",${port},2`,
      later: true,
      read: coded('+CCHOPEN:', 1, secure),
    }),
    close: { command: 'AT+CCHCLOSE=0', later: true, read: coded('+CCHCLOSE:', 1, secure) },
  },
  http: {
    secure: true,
    begin: (url, secure, context) => [
      plain('AT+HTTPINIT', { timeoutMs: 120_000 }),
      plain(`AT+HTTPPARA="URL","${url}"`),
      ...(secure ? [plain(`AT+HTTPPARA="SSLCFG",${context}`)] : []),
    ],
    get: () => ({ command: 'AT+HTTPACTION=0', later: true, read: answered }),
    read: (octets) => ({
      command: `AT+HTTPREAD=0,${octets}`,
      read: (answer) => (answer.ok ? (answer.octets ?? new Uint8Array(0)) : refusal(answer)),
    }),
    end: [plain('AT+HTTPTERM')],
  },
  mqtt,
  tls: {
    contexts: 10,
    read: (context) => [{ command: 'AT+CSSLCFG?', read: settings(context) }],
    set: (context, { sni, verify, ca }) => [
      ...(sni === undefined || sni === null
        ? []
        : [plain(`AT+CSSLCFG="enableSNI",${context},${sni ? 1 : 0}`)]),
      ...(ca === undefined || ca === null ? [] : [plain(`AT+CSSLCFG="cacert",${context},"${ca}"`)]),
      ...(verify === undefined || verify === null
        ? []
        : [plain(`AT+CSSLCFG="authmode",${context},${verify ? 1 : 0}`)]),
    ],
  },
}
export default simcomA76

import { bytesOf } from '@core/bytes'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { ModemPings, SocketFamily } from '@core/sockets/family'
import { httpResult, tcpResult } from '../decoders/shared/quectel-results'
import {
  coded,
  codeTrouble,
  fieldsIn,
  numberIn,
  plain,
  refusal,
  type ResultCodes,
} from '../family-readers'
import { quectelMqtt as mqtt } from '../mqtt/quectel'

const sockets: ResultCodes = {
  table: tcpResult,
  causes: {
    561: 'context',
    564: 'dns',
    565: 'dns',
    567: 'closed',
    569: 'timeout',
    570: 'context',
    573: 'context',
  },
}
const web: ResultCodes = {
  table: httpResult,
  causes: { 702: 'timeout', 707: 'context', 709: 'context', 714: 'dns', 728: 'timeout' },
}

/** `+QIURC: "dnsgip",0,<count>,<seconds>`, then `+QIURC: "dnsgip","<address>"` for each. */
function address(answer: FamilyAnswer): string | Trouble | undefined {
  const rows = answer.lines.filter((line) => /^\+QIURC: *"dnsgip"/.test(line))
  const found = rows.map((line) => /,"([^"]+)"$/.exec(line)?.[1]).find((ip) => ip !== undefined)
  const [, code] = /"dnsgip", *(\d+)/.exec(rows[0] ?? '') ?? []
  if (found !== undefined) return found
  if (code !== undefined && code !== '0') return codeTrouble(Number(code), sockets, rows[0] ?? '')
  return answer.ok ? undefined : refusal(answer)
}

/** `+QPING: 0,<sent>,<received>,<lost>,<min>,<max>,<avg>`, the last of the lines behind the OK; or a result alone. */
function pings(answer: FamilyAnswer): ModemPings | Trouble | undefined {
  const row = fieldsIn(answer.lines, '+QPING:')
  if (!row) return answer.ok ? undefined : refusal(answer)
  const [code, sent, received, , , , avg] = row.map(Number)
  if (code !== 0)
    return codeTrouble(
      code ?? Number.NaN,
      sockets,
      answer.lines.findLast((line) => line.startsWith('+QPING:')) ?? '',
    )
  if (sent === undefined || received === undefined || row.length < 6) return undefined
  return { sent, received, avgMs: received > 0 ? (avg ?? null) : null }
}

function answered(answer: FamilyAnswer) {
  const code = numberIn(answer, '+QHTTPGET:', 0)
  if (code === undefined) return answer.ok ? undefined : refusal(answer)
  const seen = answer.lines.find((line) => line.startsWith('+QHTTPGET:')) ?? ''
  if (code !== 0) return codeTrouble(code, web, seen)
  return {
    status: numberIn(answer, '+QHTTPGET:', 1) ?? 0,
    octets: numberIn(answer, '+QHTTPGET:', 2) ?? 0,
  }
}

/** The body stands between CONNECT and OK, as lines. */
function body(answer: FamilyAnswer): Uint8Array | Trouble {
  if (!answer.ok) return refusal(answer)
  const lines = answer.lines.slice(0, -1).filter((line) => !/^(?:CONNECT|\+QHTTPREAD:)/.test(line))
  return bytesOf(lines.join('\n'))
}

/** EC2x, EG2x, EG9x, BG9x, RM5xx. */
const quectel: SocketFamily = {
  id: 'quectel',
  name: 'Quectel EC2x, EG9x, BG9x, RM5xx',
  source: 'Quectel EC2x/EG9x/BG9x TCP/IP, HTTP(S), MQTT and SSL Application Notes',
  matches: (identity) =>
    /Quectel/i.test(identity) && !/\bM(?:10|35|66|95)\b|BC\d\d/i.test(identity),
  context: {
    is: {
      command: 'AT+QIACT?',
      read: ({ ok, lines }) =>
        ok ? lines.some((line) => /^\+QIACT: *1, *1/.test(line)) : undefined,
    },
    open: plain('AT+QIACT=1', { timeoutMs: 150_000 }),
    close: plain('AT+QIDEACT=1', { timeoutMs: 40_000 }),
  },
  dns: (name) => ({ command: `AT+QIDNSGIP=1,"${name}"`, later: true, read: address }),
  ping: (host, count) => ({
    command: `AT+QPING=1,"${host}",10,${count}`,
    later: true,
    read: pings,
  }),
  socket: {
    prepare: [],
    number: 0,
    open: (socket, kind, { host, port }) => [
      {
        command: `AT+QIOPEN=1,${socket},"${kind.toUpperCase()}","${host}",${port},0,0`,
        later: true,
        read: coded('+QIOPEN:', 1, sockets),
      },
    ],
    send: (socket, _kind, _to, octets) => ({
      command: `AT+QISEND=${socket},${octets.length}`,
      payload: octets,
      read: (answer) => answer.ok || refusal(answer),
    }),
    waiting: /^\+QIURC: *"recv"/,
    receive: (socket, _kind, most) => ({
      command: `AT+QIRD=${socket},${most}`,
      read: (answer) => (answer.ok ? (answer.octets ?? new Uint8Array(0)) : refusal(answer)),
    }),
    closed: /^\+QIURC: *"closed"/,
    close: (socket) => plain(`AT+QICLOSE=${socket}`, { timeoutMs: 15_000 }),
  },
  // The last socket: the first ones are what a program takes.
  handshake: {
    open: ({ host, port }, context) => ({
      command: `AT+QSSLOPEN=1,${context},11,"${host}",${port},0`,
      later: true,
      read: coded('+QSSLOPEN:', 1, sockets),
    }),
    close: plain('AT+QSSLCLOSE=11', { timeoutMs: 15_000 }),
  },
  http: {
    secure: true,
    begin: (url, secure, context) => [
      plain('AT+QHTTPCFG="contextid",1'),
      ...(secure ? [plain(`AT+QHTTPCFG="sslctxid",${context}`)] : []),
      plain(`AT+QHTTPURL=${url.length},30`, { payload: bytesOf(url), timeoutMs: 35_000 }),
    ],
    get: () => ({ command: 'AT+QHTTPGET=80', later: true, read: answered }),
    read: () => ({ command: 'AT+QHTTPREAD=80', timeoutMs: 85_000, read: body }),
    end: [],
  },
  mqtt,
  tls: {
    contexts: 6,
    read: (context) => [
      {
        command: `AT+QSSLCFG="sni",${context}`,
        read: (answer) => {
          const sni = numberIn(answer, '+QSSLCFG:', 2)
          return answer.ok && sni !== undefined ? { sni: sni === 1 } : {}
        },
      },
      {
        command: `AT+QSSLCFG="seclevel",${context}`,
        read: (answer) => {
          const level = numberIn(answer, '+QSSLCFG:', 2)
          return answer.ok && level !== undefined ? { verify: level > 0 } : {}
        },
      },
      {
        command: `AT+QSSLCFG="cacert",${context}`,
        read: (answer) => {
          const ca = fieldsIn(answer.lines, '+QSSLCFG:')?.[2]
          return answer.ok && ca !== undefined ? { ca } : {}
        },
      },
    ],
    set: (context, { sni, verify, ca }) => [
      ...(sni === undefined || sni === null
        ? []
        : [plain(`AT+QSSLCFG="sni",${context},${sni ? 1 : 0}`)]),
      ...(ca === undefined || ca === null ? [] : [plain(`AT+QSSLCFG="cacert",${context},"${ca}"`)]),
      ...(verify === undefined || verify === null
        ? []
        : [plain(`AT+QSSLCFG="seclevel",${context},${verify ? 1 : 0}`)]),
    ],
  },
}
export default quectel

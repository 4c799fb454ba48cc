import type { FaultCode } from '../fault'
import { openingStage } from '../log/summary-opening'
import { pingLost } from '../log/summary-tests'
import type { LogRow } from '../log/row'

/** What the modem's words for a result say of the cause; the same words stand beside it, so that neither denies the other. */
const meanings: readonly (readonly [RegExp, FaultCode])[] = [
  [/DNS (?:failed|error)|host (?:name )?not found/i, 'inside-not-resolved'],
  [/\bTLS\b|certificate|\bCA\b/, 'tls-broken'],
  [/^refused|connection (?:was )?refused/i, 'tcp-refused'],
  [/timed out|reset by peer|no route|unreachable/i, 'inside-no-connection'],
  [
    /memory|parameter|busy|not supported|could not be created|bind|listen|in use|too many|sockets are open|URL|wrong state|address$/,
    'inside-not-begun',
  ],
  [/network|PDP context|no APN/, 'inside-no-network'],
]
const results =
  /^\+(?:CIPOPEN|QIOPEN|QSSLOPEN|CAOPEN|CCHOPEN|WSCONNECT|MQTTOPEN|CHTTPSOPSE|CIPERROR|CDNSGIP|CNTP|QNTP|HTTPACTION|QHTTP(?:GET|POST)|QIURC: *"dnsgip"|SNPING[46]|[CQ]PING|KTCP_NOTIF)\b/
const looksUp = /^\+(?:CDNSGIP: *0|QIURC: *"dnsgip")/
const pings = /^\+(?:[CQ]PING|SNPING[46]|UUPINGER|NPINGERR)|^#PING/

/** Why a request of the modem itself failed; undefined for other rows, and for what a server has answered. */
export function insideFailure(row: LogRow): FaultCode | undefined {
  if (row.dir !== 'rx' || row.kind === 'echo') return undefined
  if (/^\+KTCP_NOTIF: *\d+, *(?:4|48)$/.test(row.text)) return 'inside-no-connection'
  const told = openingStage(row)
  if (told?.id !== 'internet' || told.state !== 'failure') return undefined
  if (row.kind === 'final') return numbered(row)
  const socket = /^\+USOER: *(\d+)$/.exec(row.text)?.[1]
  if (socket !== undefined) return socketErrors[Number(socket)]
  const errno = /^#XMQTTEVT: *0, *-(\d+)$/.exec(row.text)?.[1]
  if (errno !== undefined) return errnos[Number(errno)]
  if (/CONNECT FAIL$|^STATE: (?:TCP|UDP) CLOSED$/.test(row.text)) return 'inside-no-connection'
  if (/^STATE: /.test(row.text)) return 'inside-no-network'
  if (looksUp.test(row.text)) return 'inside-not-resolved'
  const meant = meaningOf(row)
  const found = meanings.find(([form]) => form.test(meant))?.[1]
  if (/^\+QMTOPEN/.test(row.text)) return quectelOpen[/-?\d+$/.exec(row.text)?.[0] ?? '']
  if (found) return found
  if (/^\+CMQTTCONNECT/.test(row.text))
    return /socket|connect/i.test(meant) ? 'inside-no-connection' : undefined
  if (pingLost.test(row.text) || pings.test(row.text)) return 'ip-no-answer'
  return results.test(row.text) ? 'inside-no-connection' : undefined
}

/** Quectel MQTT Application Note, +QMTOPEN: what it calls the network is the way to the server. */
const quectelOpen: { readonly [result: string]: FaultCode } = {
  '-1': 'inside-no-connection',
  '1': 'inside-not-begun',
  '2': 'inside-not-begun',
  '3': 'inside-no-network',
  '4': 'inside-not-resolved',
  '5': 'inside-no-connection',
}

/** u-blox AT commands manual, appendix: errors of sockets, as Linux numbers them. */
const socketErrors: { readonly [code: number]: FaultCode } = {
  101: 'inside-no-network',
  103: 'inside-no-connection',
  104: 'inside-no-connection',
  107: 'inside-no-connection',
  110: 'inside-no-connection',
  111: 'tcp-refused',
  112: 'inside-no-connection',
  113: 'inside-no-connection',
}

/** Errors of Zephyr's sockets (newlib's errno). */
const errnos: { readonly [code: number]: FaultCode } = {
  104: 'inside-no-connection',
  111: 'tcp-refused',
  113: 'inside-no-connection',
  114: 'inside-no-network',
  116: 'inside-no-connection',
  118: 'inside-no-connection',
}

/** An error that says by its number what became of the socket that was to be opened; ERROR alone says nothing. */
function numbered({ text, command = '', explanation }: LogRow): FaultCode | undefined {
  if (/^NO CARRIER$|SEND FAIL$/.test(text)) return 'inside-no-connection'
  if (!/^\+CME ERROR/.test(text)) return undefined
  // SIM70xx says “operation not allowed” of whatever became of TCP or TLS.
  if (/^AT\+S[HM]CONN/i.test(command)) return undefined
  const en = explanation?.words.en ?? ''
  if (/DNS|resolv/i.test(en)) return 'inside-not-resolved'
  if (/not activ|no network|PDP|context/i.test(en)) return 'inside-no-network'
  if (/refused by/i.test(en)) return 'tcp-refused'
  return /\bsocket\b.*timed out|timed out.*\bsocket\b|cannot connect|connection failed/i.test(en)
    ? 'inside-no-connection'
    : undefined
}

/** What stands in brackets behind the result, as `result 566 (connection failed)`. */
function meaningOf({ explanation }: LogRow): string {
  const en = explanation?.words.en ?? ''
  const failed = /^Internet service \S+ failed: (.*) \(\d+\)\.$/.exec(en)?.[1]
  if (failed !== undefined) return failed
  return [...en.matchAll(/(?:result|status|cause) -?\d+ \(([^()]*)\)/g)]
    .map(([, text]) => text)
    .join(' ')
}

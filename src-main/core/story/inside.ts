import type { FaultCode } from '../fault'
import { openingStage } from '../log/summary-opening'
import { pingLost } from '../log/summary-tests'
import type { LogRow } from '../log/row'

/** What the modem's words for a result say of the cause; the same words stand beside it, so that neither denies the other. */
const meanings: readonly (readonly [RegExp, FaultCode])[] = [
  [/DNS failed/, 'inside-not-resolved'],
  [/\bTLS\b|certificate|\bCA\b/, 'tls-broken'],
  [/^refused/, 'tcp-refused'],
  [
    /memory|parameter|busy|not supported|could not be created|bind|listen|in use|too many|sockets are open|URL|wrong state|address$/,
    'inside-not-begun',
  ],
  [/network|PDP context|no APN/, 'inside-no-network'],
]
const results =
  /^\+(?:CIPOPEN|QIOPEN|QSSLOPEN|CAOPEN|CCHOPEN|WSCONNECT|QMTOPEN|CDNSGIP|CNTP|QNTP|HTTPACTION|QHTTP(?:GET|POST)|QIURC: *"dnsgip"|SNPING[46]|[CQ]PING)\b/
const looksUp = /^\+(?:CDNSGIP: *0|QIURC: *"dnsgip")/
const pings = /^\+(?:[CQ]PING|SNPING[46]|UUPINGER|NPINGERR)|^#PING/

/** Why a request of the modem itself failed; undefined for other rows, and for what a server has answered. */
export function insideFailure(row: LogRow): FaultCode | undefined {
  if (row.dir !== 'rx' || row.kind === 'echo' || row.kind === 'final') return undefined
  const told = openingStage(row)
  if (told?.id !== 'internet' || told.state !== 'failure') return undefined
  if (/CONNECT FAIL$/.test(row.text)) return 'inside-no-connection'
  if (looksUp.test(row.text)) return 'inside-not-resolved'
  const meant = meaningOf(row)
  const found = meanings.find(([form]) => form.test(meant))?.[1]
  // MQTT has reasons of its own: the server may well have answered.
  if (/^\+QMTOPEN/.test(row.text)) return found === 'inside-not-resolved' ? found : undefined
  if (found) return found
  if (pingLost.test(row.text) || pings.test(row.text)) return 'ip-no-answer'
  return results.test(row.text) ? 'inside-no-connection' : undefined
}

/** What stands in brackets behind the result, as `result 566 (connection failed)`. */
function meaningOf({ explanation }: LogRow): string {
  const en = explanation?.words.en ?? ''
  return [...en.matchAll(/(?:result|status) -?\d+ \(([^()]*)\)/g)].map(([, text]) => text).join(' ')
}

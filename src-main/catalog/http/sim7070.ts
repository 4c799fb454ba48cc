import { parseUrl } from '@core/ip/http'
import type { FamilyAnswer } from '@core/modem/family-command'
import type { FamilyHttp } from '@core/sockets/family'
import { numberIn, plain, refusal } from '../family-readers'

/** `+SHREQ: "GET",<status>,<octets>`; results of the modem itself are 600 and above. */
function answered(answer: FamilyAnswer) {
  const status = numberIn(answer, '+SHREQ:', 1)
  if (status === undefined) return answer.ok ? undefined : refusal(answer)
  const seen = answer.lines.findLast((line) => line.startsWith('+SHREQ:')) ?? ''
  if (status >= 600) return { trouble: 'other', seen, meaning: null } as const
  return { status, octets: numberIn(answer, '+SHREQ:', 2) ?? 0 }
}

/** SHCONF, SHCONN and SHREQ of SIM7070, SIM7080 and SIM7090 (HTTP(S) Application Note). */
export const sim7070Http: FamilyHttp = {
  begin: (url) => {
    const { host, port } = parseUrl(url)
    return [
      plain(`AT+SHCONF="URL","http://${host}${port === 80 ? '' : `:${port}`}"`),
      plain('AT+SHCONF="BODYLEN",1024'),
      plain('AT+SHCONF="HEADERLEN",350'),
    ]
  },
  connect: () => [plain('AT+SHCONN', { timeoutMs: 60_000 })],
  get: (url) => ({ command: `AT+SHREQ="${parseUrl(url).path}",1`, later: true, read: answered }),
  // Where SHCONN was refused there is no connection to end.
  end: [{ command: 'AT+SHDISC', read: () => true }],
}

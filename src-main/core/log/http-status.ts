import type { LogRow } from './row'

/** SIMCom, Quectel, Telit, Sequans: the status of the response behind the OK of the request. */
const forms = [
  /^\+(?:HTTPACTION|SHREQ): *(?:\d+|"\w+"), *([1-5]\d\d)\b/,
  /^\+QHTTP(?:GET|POST|PUT)(?:EX)?: *0, *([1-5]\d\d)\b/,
  /^(?:#|\+SQN)HTTPRING: *\d+, *([1-5]\d\d)\b/,
] as const

/** The status that a server gave to the modem's own request (RFC 9110, 15); undefined for other lines. */
export function httpStatus({ dir, kind, text }: LogRow): number | undefined {
  if (dir !== 'rx' || kind === 'echo' || text.length > 200) return undefined
  for (const form of forms) {
    const status = form.exec(text)?.[1]
    if (status !== undefined) return Number(status)
  }
  return undefined
}

import { esmCause, type Cause } from './causes'

/** A registration that was rejected, by the name that 3GPP TS 24.301, 9.9.3.9, gives the cause. */
export function rejectNamed(report: string): number | undefined {
  const plain = report.toLowerCase()
  return rejections.find(([name]) => plain.includes(name))?.[1]
}

const rejections: readonly (readonly [name: string, cause: number])[] = [
  ['imsi unknown in hss', 2],
  ['illegal ue', 3],
  ['illegal me', 6],
  ['eps services and non-eps services not allowed', 8],
  ['eps services not allowed in this plmn', 14],
  ['eps services not allowed', 7],
  ['plmn not allowed', 11],
  ['roaming not allowed in this tracking area', 13],
  ['tracking area not allowed', 12],
  ['no suitable cells in tracking area', 15],
]

/**
 * The cause of a data session that stands in a report by its number alone. Qualcomm's modems put the place where it failed before
 * it, by a number of their own: `5,33`. After a registration that failed the number is of another table.
 */
export function numberedSession(report: string): Cause | undefined {
  const number = /^(?:\d{1,3}, ?)?(\d{1,3})$/.exec(report)?.[1]
  return number === undefined ? undefined : esmCause(Number(number))
}

/** Behind the name of the layer that failed: `ESM cause, 33`, `SM, 27`. */
export function layeredSession(report: string): Cause | undefined {
  const number = /\bE?SM(?:[ _]cause)?[,:= ]{1,3}(\d{1,3})\b/i.exec(report)?.[1]
  return number === undefined ? undefined : esmCause(Number(number))
}

/** Names of network causes appear in the report as the standard spells them. */
export function namedSession(report: string): Cause | undefined {
  const plain = report.toLowerCase()
  const found = sessions.find(([part]) => plain.includes(part))
  return found && esmCause(found[1])
}

const sessions: readonly [string, number][] = [
  ['unknown apn', 27],
  ['missing or unknown apn', 27],
  ['user authentication', 29],
  ['authentication failed', 29],
  ['not subscribed', 33],
  ['operator determined barring', 8],
  ['regular deactivation', 36],
  ['insufficient resources', 26],
  ['multiple pdn connection', 55],
  ['ipv4 only', 50],
  ['ipv6 only', 51],
  ['single address', 52],
]

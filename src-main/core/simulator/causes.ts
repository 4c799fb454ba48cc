/** EMM causes, 3GPP TS 24.301 annex A: why an attach is refused. */
const emm: Record<number, string> = {
  2: 'IMSI unknown in HSS',
  3: 'Illegal UE',
  5: 'IMEI not accepted',
  6: 'Illegal ME',
  7: 'EPS services not allowed',
  8: 'EPS and non-EPS services not allowed',
  11: 'PLMN not allowed',
  12: 'Tracking area not allowed',
  13: 'Roaming not allowed in this tracking area',
  14: 'EPS services not allowed in this PLMN',
  15: 'No suitable cells in tracking area',
  17: 'Network failure',
  19: 'ESM failure',
  22: 'Congestion',
}

/** ESM causes, 3GPP TS 24.301 annex B: why a data session is refused or ended. */
const esm: Record<number, string> = {
  8: 'Operator determined barring',
  26: 'Insufficient resources',
  27: 'Missing or unknown APN',
  28: 'Unknown PDN type',
  29: 'User authentication failed',
  30: 'Request rejected by Serving GW or PDN GW',
  33: 'Requested service option not subscribed',
  36: 'Regular deactivation',
  38: 'Network failure',
  50: 'PDN type IPv4 only allowed',
  51: 'PDN type IPv6 only allowed',
}

export interface Cause {
  readonly table: 'emm' | 'esm'
  readonly code: number
}

export function causeText(cause: Cause): string {
  const texts = cause.table === 'emm' ? emm : esm
  return texts[cause.code] ?? `Cause ${cause.code}`
}

/** Refused for good: the modem does not try again before the card or the power is cycled (24.301, 5.5.1.2.5). */
export function isFinalRefusal(emmCause: number): boolean {
  return [3, 6, 8].includes(emmCause)
}

/** Refused for now: the modem waits and tries again. */
export function isTemporaryRefusal(emmCause: number): boolean {
  return [17, 22].includes(emmCause)
}

export const emmCauses: readonly number[] = Object.keys(emm).map(Number)

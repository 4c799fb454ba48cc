import { bare, fieldsIn, rowsIn } from './answer'

/** PSM in bits as 27.007 has them: T3324 and the extended T3412. */
export interface PsmTimers {
  readonly active: string | null
  readonly tau: string | null
}
const bitsIn = (field: string | undefined, length: number): string | null => {
  const text = bare(field)
  return text.length === length && /^[01]+$/.test(text) ? text : null
}

/** `+CPSMS: 1,,,"10100101","00100001"` (27.007, 7.38): what is asked of the network. */
export function askedPsm(lines: readonly string[]): (PsmTimers & { readonly on: boolean }) | null {
  const [mode, , , tau, active] = fieldsIn(lines, '+CPSMS:') ?? []
  if (mode !== '0' && mode !== '1') return null
  return { on: mode === '1', active: bitsIn(active, 8), tau: bitsIn(tau, 8) }
}
/** `+CEREG: 4,1,"1698","025D8C44",7,,,"00100001","10100101"` (10.1.22): what the network gives. Null: not PSM, or not told. */
export function grantedPsm(lines: readonly string[]): PsmTimers | null {
  const fields = fieldsIn(lines, '+CEREG:') ?? []
  const active = bitsIn(fields[7], 8)
  // All ones in the unit: the timer, and PSM with it, is off.
  return active === null || active.startsWith('111') ? null : { active, tau: bitsIn(fields[8], 8) }
}
/** <n> of `+CEREG: <n>,…`. */
export function reportingIn(lines: readonly string[]): number | undefined {
  const [n = '', ...rest] = fieldsIn(lines, '+CEREG:') ?? []
  return /^\d$/.test(n) && rest.length > 0 ? Number(n) : undefined
}

export interface EdrxRow {
  /** <AcT-type>: 4 LTE, 5 NB-IoT. */
  readonly act: number
  readonly asked: string | null
  readonly granted: string | null
  /** How long the modem listens in each cycle: what the network gives. */
  readonly window: string | null
}
/** `+CEDRXS: 4,"0101"` and `+CEDRXRDP: 4,"0101","0010","0011"` (7.40, 7.41). */
export function edrxRows(set: readonly string[], dynamic: readonly string[]): readonly EdrxRow[] {
  const [type, , given, listening] = fieldsIn(dynamic, '+CEDRXRDP:') ?? []
  return rowsIn(set, '+CEDRXS:').flatMap(([act = '', asked]) => {
    if (!/^\d$/.test(act)) return []
    const told = (bits: string | undefined) => (type === act ? bitsIn(bits, 4) : null)
    const row = { act: Number(act), asked: bitsIn(asked, 4) }
    return [{ ...row, granted: told(given), window: told(listening) }]
  })
}

/** What a maker's own commands tell beside those of 27.007. */
export interface OwnSaving {
  /** What the network grants of PSM, in seconds; null: it does not tell. */
  readonly psm?: {
    readonly command: string
    read(lines: readonly string[]): { readonly active: number; readonly tau: number } | null
  }
  /** The paging time window of eDRX that is asked for: a row a technology, its bits in the second field. */
  readonly window?: { readonly command: string; readonly prefix: string }
}
/** The bits of the window that is asked for with this technology. */
export const askedWindow = (lines: readonly string[], prefix: string, act: number): string | null =>
  bitsIn(rowsIn(lines, prefix).find(([type]) => type === String(act))?.[1], 4)

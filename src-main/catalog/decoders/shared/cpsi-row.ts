import type { Facts, FactValue } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

/** Facts while a line is being read: one object filled in place, since this line comes every second. */
type Filling = Record<string, FactValue | undefined>

/** One +CPSI line (A76XX manual p98-100): LTE, WCDMA, GSM or NO SERVICE. */
export function readCpsi(row: Row): Facts {
  const mode = row.text(0)
  const facts: Filling = { mode, op_mode: row.text(1) }
  if (mode === undefined) row.refuse('a system mode')
  if (typeof mode !== 'string' || /^NO ?SERVICE/i.test(mode)) return facts
  if (/^(LTE|CAT|NB|EMTC)/i.test(mode)) fillLte(row, facts)
  else if (/^NR5G/i.test(mode)) fillNr(row, facts)
  else if (/^(WCDMA|TDS|UMTS)/i.test(mode)) fillWcdma(row, facts)
  else if (/^(GSM|GPRS|EDGE|EGPRS)/i.test(mode)) fillGsm(row, facts)
  else fillNetwork(row, facts)
  return facts
}

function fillNetwork(row: Row, facts: Filling): void {
  // Somebody may have blotted the network out: `240-XX`.
  const found = /^(\d{3})-(?:(\d{2,3})|[Xx*]{2,3})$/.exec(row.text(2) ?? '')
  if (!found) {
    if (row.count > 2) row.refuse('an operator such as 440-10')
    return
  }
  facts['mcc'] = found[1]
  if (found[2] !== undefined) facts['mnc'] = found[2]
}

/** The operator and the cell: the area code is hex, the cell id decimal. */
function fillPlace(row: Row, area: 'tac' | 'lac', facts: Filling): void {
  fillNetwork(row, facts)
  row.mark(3, 'cell')
  row.mark(4, 'cell')
  facts[area] = row.hex(3, area)
  facts['cell_id'] = row.int(4, 'cell_id')
}

const unmeasured = ['earfcn', 'band', 'rsrq_db', 'rsrp_dbm', 'rssi_dbm', 'sinr_db']

function fillLte(row: Row, facts: Filling): void {
  // Seen before the first cell is known; the rest of such a line is filler too.
  if (row.text(7) === '4294967295' || /BAND0$/i.test(row.text(6) ?? '')) {
    for (const name of unmeasured) facts[name] = null
    return
  }
  fillPlace(row, 'tac', facts)
  facts['pci'] = row.int(5, 'pci')
  facts['band'] = row.text(6)
  facts['earfcn'] = row.int(7, 'earfcn')
  facts['dl_bw'] = row.int(8, 'dl_bw')
  facts['ul_bw'] = row.int(9, 'ul_bw')
  fillLteLevels(row, facts)
}

/**
 * Three scales are in the field, and two firmware versions of one model differ, so the line itself decides: nothing
 * negative is an index (A76xx), an RSRP beyond -200 is in tenths (SIM7600), the rest is dB as written.
 */
function fillLteLevels(row: Row, facts: Filling): void {
  const rsrq = row.decimal(10, 'rsrq')
  const rsrp = row.decimal(11, 'rsrp')
  const rssi = row.decimal(12, 'rssi')
  const sinr = row.decimal(13, 'sinr')
  if (typeof rsrp !== 'number') return
  const scale = scaleOf(rsrq, rsrp, rssi)
  const convert = converters[scale]
  const outside: string[] = []
  facts['rsrq_db'] = within('rsrq', convert(rsrq, 'rsrq'), outside)
  facts['rsrp_dbm'] = within('rsrp', convert(rsrp, 'rsrp'), outside)
  facts['rssi_dbm'] = within('rssi', convert(rssi, 'rssi'), outside)
  const unknown = scale === 'index' && sinr === 255
  facts['sinr_db'] = unknown ? null : within('sinr', sinr ?? null, outside)
  facts['scale'] = scale
  if (outside.length > 0) facts['out_of_range'] = outside
}

/** What a receiver can measure at all (3GPP TS 36.133, 9.1); anything else is no measurement. */
const limits = {
  rsrq: [-34, 3],
  rsrp: [-156, -30],
  rssi: [-130, -10],
  sinr: [-40, 60],
} as const

function within(name: keyof typeof limits, value: number | null, outside: string[]): number | null {
  const [low, high] = limits[name]
  if (value === null || (value >= low && value <= high)) return value
  outside.push(name)
  return null
}

type Scale = 'index' | 'db' | 'tenths'
type Reading = number | null | undefined

function scaleOf(rsrq: Reading, rsrp: number, rssi: Reading): Scale {
  if (rsrp >= 0 && (rsrq ?? 0) >= 0 && (rssi ?? 0) >= 0) return 'index'
  return Math.abs(rsrp) > 200 || Math.abs(rsrq ?? 0) > 40 ? 'tenths' : 'db'
}

type Convert = (value: Reading, what: 'rsrq' | 'rsrp' | 'rssi') => number | null

const converters: Record<Scale, Convert> = {
  index(value, what) {
    if (typeof value !== 'number' || value === 255) return null
    if (what === 'rsrq') return (value - 40) / 2
    return value - (what === 'rsrp' ? 140 : 110)
  },
  tenths: (value) => (isMeasured(value) ? value / 10 : null),
  db: (value) => (isMeasured(value) ? value : null),
}

/** -32768 stands where nothing was measured. */
function isMeasured(value: Reading): value is number {
  return typeof value === 'number' && Math.abs(value) < 32767
}

/** 5G: RSRP, RSRQ and SNR in tenths (SIM8200 manual), or in dB where a power in tenths could not be (no receiver has -15.6 dBm). */
function fillNr(row: Row, facts: Filling): void {
  if (/^NR5G_BAND/i.test(row.text(2) ?? '')) return fillBesideLte(row, facts)
  fillPlace(row, 'tac', facts)
  facts['pci'] = row.int(5, 'pci')
  facts['band'] = row.text(6)
  facts['earfcn'] = row.int(7, 'earfcn')
  fillNrLevels(row, 8, facts)
}

function fillNrLevels(row: Row, at: number, facts: Filling): void {
  const rsrp = row.decimal(at, 'rsrp')
  const scale = typeof rsrp === 'number' && rsrp >= limits.rsrp[0] ? 'db' : 'tenths'
  const convert = converters[scale]
  facts['rsrp_dbm'] = convert(rsrp, 'rsrp')
  facts['rsrq_db'] = convert(row.decimal(at + 1, 'rsrq'), 'rsrq')
  facts['sinr_db'] = convert(row.decimal(at + 2, 'sinr'), 'rsrq')
  facts['scale'] = scale
}

/** The 5G carrier beside an LTE cell has a line of its own: `NR5G_NSA,<PCI>,<band>,<ARFCN>,<RSRP>,<RSRQ>,<SNR>[,…]`. */
function fillBesideLte(row: Row, facts: Filling): void {
  delete facts['op_mode']
  facts['pci'] = row.int(1, 'pci')
  facts['band'] = row.text(2)
  facts['earfcn'] = row.int(3, 'earfcn')
  fillNrLevels(row, 4, facts)
}

/** SIM5320 prints Ec/Io and RSCP as positive numbers; neither can be. */
function fillWcdma(row: Row, facts: Filling): void {
  fillPlace(row, 'lac', facts)
  facts['band'] = row.text(5)
  facts['psc'] = row.int(6, 'psc')
  facts['uarfcn'] = row.int(7, 'uarfcn')
  facts['ecio_db'] = negative(row.decimal(9, 'ecio'))
  facts['rscp_dbm'] = negative(row.decimal(10, 'rscp'))
}

function negative(value: Reading): Reading {
  return typeof value === 'number' && value !== 0 ? -Math.abs(value) : value
}

function fillGsm(row: Row, facts: Filling): void {
  const arfcn = /^(\d+)/.exec(row.text(5) ?? '')?.[1]
  fillPlace(row, 'lac', facts)
  facts['arfcn'] = arfcn === undefined ? null : Number(arfcn)
  facts['rxlev_dbm'] = negative(row.decimal(6, 'rxlev'))
}

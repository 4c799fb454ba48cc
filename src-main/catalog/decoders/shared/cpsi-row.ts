import type { Facts, FactValue } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

/** One +CPSI line (A76XX manual p98-100): LTE, WCDMA, GSM or NO SERVICE. */
export function readCpsi(row: Row): Facts {
  const mode = row.text(0)
  const head = { mode, op_mode: row.text(1) }
  if (mode === undefined) row.refuse('a system mode')
  if (typeof mode !== 'string' || /^NO ?SERVICE/i.test(mode)) return head
  if (/^(LTE|CAT|NB|EMTC)/i.test(mode)) return { ...head, ...lte(row) }
  if (/^(WCDMA|TDS|UMTS)/i.test(mode)) return { ...head, ...wcdma(row) }
  if (/^NR5G/i.test(mode)) return { ...head, ...nr(row) }
  if (/^(GSM|GPRS|EDGE|EGPRS)/i.test(mode)) return { ...head, ...gsm(row) }
  return { ...head, ...network(row) }
}

function network(row: Row): Facts {
  const found = /^(\d{3})-(\d{2,3})$/.exec(row.text(2) ?? '')
  if (!found) {
    if (row.count > 2) row.refuse('an operator such as 440-10')
    return {}
  }
  return { mcc: found[1], mnc: found[2] }
}

/** The area code is hex, the cell id decimal. */
function place(row: Row, area: 'tac' | 'lac'): Facts {
  row.mark(3, 'cell')
  row.mark(4, 'cell')
  return { [area]: row.hex(3, area), cell_id: row.int(4, 'cell_id') }
}

function lte(row: Row): Facts {
  // Seen before the first cell is known; the rest of such a line is filler too.
  if (row.text(7) === '4294967295' || /BAND0$/i.test(row.text(6) ?? ''))
    return {
      earfcn: null,
      band: null,
      rsrq_db: null,
      rsrp_dbm: null,
      rssi_dbm: null,
      sinr_db: null,
    }
  return {
    ...network(row),
    ...place(row, 'tac'),
    pci: row.int(5, 'pci'),
    band: row.text(6),
    earfcn: row.int(7, 'earfcn'),
    dl_bw: row.int(8, 'dl_bw'),
    ul_bw: row.int(9, 'ul_bw'),
    ...lteLevels(row),
  }
}

/**
 * Three scales are in the field, and two firmware versions of one model differ, so the line itself decides: nothing
 * negative is an index (A76xx), an RSRP beyond -200 is in tenths (SIM7600), the rest is dB as written.
 */
function lteLevels(row: Row): Facts {
  const rsrq = row.decimal(10, 'rsrq')
  const rsrp = row.decimal(11, 'rsrp')
  const rssi = row.decimal(12, 'rssi')
  const sinr = row.decimal(13, 'sinr')
  if (typeof rsrp !== 'number') return {}
  const scale = scaleOf(rsrq, rsrp, rssi)
  const [of, snr] = [converters[scale], scale === 'index' && sinr === 255 ? null : sinr]
  return {
    rsrq_db: of(rsrq, 'rsrq'),
    rsrp_dbm: of(rsrp, 'rsrp'),
    rssi_dbm: of(rssi, 'rssi'),
    ...(snr === undefined ? {} : { sinr_db: snr }),
    scale,
  }
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
  tenths: (value) => (typeof value === 'number' ? value / 10 : null),
  db: (value) => value ?? null,
}

/** 5G (SIM8200 manual): RSRP, RSRQ and SNR in tenths. */
function nr(row: Row): Facts {
  return {
    ...network(row),
    ...place(row, 'tac'),
    pci: row.int(5, 'pci'),
    band: row.text(6),
    earfcn: row.int(7, 'earfcn'),
    ...known({
      rsrp_dbm: converters.tenths(row.decimal(8, 'rsrp'), 'rsrp'),
      rsrq_db: converters.tenths(row.decimal(9, 'rsrq'), 'rsrq'),
      sinr_db: converters.tenths(row.decimal(10, 'sinr'), 'rsrq'),
      scale: 'tenths',
    }),
  }
}

/** SIM5320 prints Ec/Io and RSCP as positive numbers; neither can be. */
function wcdma(row: Row): Facts {
  return {
    ...network(row),
    ...place(row, 'lac'),
    band: row.text(5),
    psc: row.int(6, 'psc'),
    uarfcn: row.int(7, 'uarfcn'),
    ...known({
      ecio_db: negative(row.decimal(9, 'ecio')),
      rscp_dbm: negative(row.decimal(10, 'rscp')),
    }),
  }
}

function negative(value: Reading): Reading {
  return typeof value === 'number' && value !== 0 ? -Math.abs(value) : value
}

function gsm(row: Row): Facts {
  const arfcn = /^(\d+)/.exec(row.text(5) ?? '')?.[1]
  return {
    ...network(row),
    ...place(row, 'lac'),
    arfcn: arfcn === undefined ? null : Number(arfcn),
    ...known({ rxlev_dbm: negative(row.decimal(6, 'rxlev')) }),
  }
}

function known(facts: Record<string, FactValue | undefined>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

import type { FactValue, Facts } from '../at/knowledge'

/** A cell that a modem hears. Null: not told. */
export interface HeardCell {
  /** The modem is on it. */
  readonly serving: boolean
  /** `LTE`, `WCDMA`, `GSM`, `NR`. */
  readonly rat: string | null
  /** MCC and MNC: `44010`. */
  readonly plmn: string | null
  /** `B3`, `n78`. */
  readonly band: string | null
  /** EARFCN, UARFCN, ARFCN or NR-ARFCN. */
  readonly channel: number | null
  /** Physical cell of LTE and NR, or primary scrambling code of WCDMA. */
  readonly physicalId: number | null
  /** TAC or LAC. */
  readonly areaCode: number | null
  readonly cellId: number | null
  /** RSRP of LTE and NR, RSCP of WCDMA, the received level of GSM. */
  readonly powerDbm: number | null
  /** RSRQ, or Ec/Io. */
  readonly qualityDb: number | null
}

/** The cells in the facts of one answer; `serving` where neither says which kind it is. */
export function cellsOf(facts: Facts, serving: boolean): readonly HeardCell[] {
  const list = facts['cells']
  const rows = Array.isArray(list) ? list.filter(isFacts) : [facts]
  return rows.map((row, at) => cellOf(row, serving && at === 0)).filter(isHeard)
}
const isFacts = (value: FactValue): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** A row without channel and cell, or of zeros alone, is an empty place in a table. */
const isHeard = ({ channel, physicalId, cellId, powerDbm }: HeardCell): boolean =>
  (channel !== null || cellId !== null || physicalId !== null) &&
  !(channel === 0 && (cellId ?? 0) === 0 && powerDbm === null)

function cellOf(row: Facts, usual: boolean): HeardCell {
  const text = (name: string) => {
    const value = row[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const number = (...names: readonly string[]) => {
    const found = names.map((name) => row[name]).find((one) => typeof one === 'number')
    return typeof found === 'number' ? found : null
  }
  const [mcc, mnc] = [digits(row['mcc'], 3), digits(row['mnc'], 2)]
  return {
    serving: servingSaid(row) ?? usual,
    rat: ratOf(row),
    plmn: mcc === null || mnc === null || /^0*$/.test(mcc) ? null : plmnOf(mcc, mnc),
    band: bandOf(row['band'], text('rat')),
    channel: number('earfcn', 'arfcn', 'uarfcn', 'bcch'),
    physicalId: number('pci', 'psc'),
    areaCode: number('tac', 'lac', 'area'),
    cellId: number('ci'),
    powerDbm: number('rsrp_dbm', 'rscp_dbm', 'rxlev_dbm', 'rssi_dbm'),
    qualityDb: number('rsrq_db', 'ecio_db', 'ecno_db'),
  }
}
/** SIM5320 writes three digits always. MNCs of three with a leading zero are in America and India alone (ITU-T E.212, Annex). */
function plmnOf(mcc: string, mnc: string): string {
  const padded = mnc.length === 3 && mnc.startsWith('0') && !/^(?:[37]|40[456]|502)/.test(mcc)
  return mcc + (padded ? mnc.slice(1) : mnc)
}
function digits(value: FactValue | undefined, least: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return /^\d{1,3}$/.test(String(value)) ? String(value).padStart(least, '0') : null
}
/** `servingcell`, `SCELL`, a serving type of +XMCI, the index 0 of +CENG. */
function servingSaid(row: Facts): boolean | undefined {
  const { serving, cell, kind, type } = row
  if (typeof serving === 'boolean') return serving
  if (typeof kind === 'string') return /^S/i.test(kind)
  if (typeof type === 'number') return type % 2 === 0
  if (typeof cell === 'number') return cell === 0
  return typeof cell === 'string' ? !cell.startsWith('neighbour') : undefined
}
function ratOf(row: Facts): string | null {
  const { rat, mode } = row
  if (typeof rat === 'string') return /^NR/.test(rat) ? 'NR' : rat
  // +CPSI.
  if (typeof mode === 'string' && /^(LTE|WCDMA|GSM|NR)/.test(mode))
    return mode.startsWith('NR') ? 'NR' : mode
  if (row['earfcn'] !== undefined || row['rsrp_dbm'] !== undefined) return 'LTE'
  if (row['uarfcn'] !== undefined || row['rscp_dbm'] !== undefined) return 'WCDMA'
  return row['arfcn'] === undefined ? null : 'GSM'
}
function bandOf(band: FactValue | undefined, rat: string | null): string | null {
  const lte = typeof band === 'string' ? /^(EUTRAN-BAND|NR5G_BAND)(\d+)$/.exec(band) : null
  if (lte) return `${lte[1] === 'EUTRAN-BAND' ? 'B' : 'n'}${lte[2]}`
  if (typeof band === 'string' && band !== '') return band
  if (typeof band !== 'number') return null
  return `${rat?.startsWith('NR') ? 'n' : 'B'}${band}`
}

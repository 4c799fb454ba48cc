import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { decimal, int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { binFact, binValue, type Bin } from '../shared/bins'
import { display, sentences } from '../shared/join'
import { levels, levelSeverity } from '../shared/quality'

const manual = 'Huawei ME909s AT command interface specification'

const rssi: Bin = { name: 'rssi', max: 96, unknown: 255, base: -121, step: 1, unit: 'dbm' }
const rscp: Bin = { name: 'rscp', max: 96, unknown: 255, base: -121, step: 1, unit: 'dbm' }
const ecio: Bin = { name: 'ecio', max: 65, unknown: 255, base: -32.5, step: 0.5, unit: 'db' }
const rsrp: Bin = { name: 'rsrp', max: 97, unknown: 255, base: -141, step: 1, unit: 'dbm' }
const sinr: Bin = { name: 'sinr', max: 251, unknown: 255, base: -20.2, step: 0.2, unit: 'db' }
const rsrq: Bin = { name: 'rsrq', max: 34, unknown: 255, base: -20, step: 0.5, unit: 'db' }

/** What the values behind the name of the system are; the scales of NR are not given, since no source was found. */
const scales: ReadonlyMap<string, readonly Bin[]> = new Map([
  ['GSM', [rssi]],
  ['WCDMA', [rssi, rscp, ecio]],
  ['LTE', [rssi, rsrp, sinr, rsrq]],
])

function levelsOf(sysmode: string | null | undefined, values: readonly (number | null)[]): Facts {
  const bins = scales.get((sysmode ?? '').toUpperCase()) ?? []
  return Object.fromEntries(
    bins.flatMap((bin, i) => {
      const given = values[i]
      if (typeof given !== 'number') return []
      const level = binValue(bin, given)
      return [[binFact(bin), typeof level === 'number' ? Math.round(level * 10) / 10 : null]]
    }),
  )
}

function measured(facts: Facts) {
  return {
    rsrp: facts['rsrp_dbm'],
    rsrq: facts['rsrq_db'],
    sinr: facts['sinr_db'],
    rscp: facts['rscp_dbm'],
    ecio: facts['ecio_db'],
    rssi: facts['rssi_dbm'],
  }
}

/** Columns of a cell by technology: decimals, and hex for what identifies it. */
const cells: ReadonlyMap<string, string> = new Map([
  ['GSM', 'mcc mnc band arfcn bsic ci lac rssi_dbm'],
  ['WCDMA', 'mcc mnc uarfcn psc ci lac rscp_dbm'],
  ['LTE', 'mcc mnc earfcn ci pci tac rsrp_dbm rsrq_db rssi_dbm'],
  ['NR', 'mcc mnc arfcn scs ci pci tac rsrp_dbm rsrq_db sinr_db'],
])
/** Those of a neighbour, which has no identity but its physical one, in hex. */
const neighbours: ReadonlyMap<string, string> = new Map([
  ['GSM', 'band arfcn bsic ci lac rssi_dbm'],
  ['WCDMA', 'uarfcn psc rscp_dbm ecno_db'],
  ['LTE', 'earfcn pci rsrp_dbm rsrq_db rssi_dbm'],
  ['NR', 'arfcn pci rsrp_dbm rsrq_db sinr_db'],
])
const asText = new Set(['mcc', 'mnc', 'bsic'])
const asHex = new Set(['ci', 'pci', 'tac', 'lac'])
const places = new Set(['ci', 'tac', 'lac'])

function cell(row: Row, columns: ReadonlyMap<string, string>): Facts {
  const rat = row.text(0)?.toUpperCase()
  const names = columns.get(rat ?? '')?.split(' ') ?? []
  const facts = names.flatMap((name, i) => {
    if (places.has(name)) row.mark(i + 1, 'cell')
    if (i + 1 >= row.count) return []
    if (asText.has(name)) return [[name, row.text(i + 1) ?? null]]
    return [[name, (asHex.has(name) ? row.hex(i + 1, name) : row.decimal(i + 1, name)) ?? null]]
  })
  return { rat: rat ?? null, ...Object.fromEntries(facts) }
}

export default [
  decoder({
    id: '^HCSQ',
    title: say('signal strength', '電波強度'),
    spec: `${manual}, ^HCSQ`,
    group: 'huawei',
    urc: true,
    parameters: [text('sysmode', 'system', '方式')],
    row(row) {
      const sysmode = row.text(0)
      const values = row.fields.slice(1).map((_field, i) => row.int(i + 1) ?? null)
      return { sysmode, values, ...levelsOf(sysmode, values) }
    },
    explain(facts, asked) {
      const { sysmode } = facts
      if (asked.form === 'test' || typeof sysmode !== 'string') return undefined
      if (/^NO ?SERVICE$/i.test(sysmode))
        return { words: say('No service.', '圏外です。'), severity: 'warning' }
      const said = levels(measured(facts))
      if (!said) return undefined
      return {
        words: sentences(say(sysmode, sysmode), said),
        severity: levelSeverity(measured(facts)),
      }
    },
  }),
  decoder({
    id: '^RSSI',
    title: say('signal strength', '電波強度の変化'),
    spec: `${manual}, ^RSSI`,
    group: 'huawei',
    forms: [],
    urc: true,
    parameters: [int('rssi', 'RSSI index', 'RSSI 指数')],
    derive: (facts) => ({
      ...facts,
      rssi_dbm: binValue(
        { name: 'rssi', max: 31, unknown: 99, base: -113, step: 2, unit: 'dbm' },
        facts['rssi'],
      ),
    }),
    explain(facts) {
      if (facts['rssi'] === 99)
        return {
          words: say('The signal is not known.', '電波強度は不明です。'),
          severity: 'notice',
        }
      const values = { rssi: facts['rssi_dbm'] }
      const said = levels(values)
      return said && { words: said, severity: levelSeverity(values) }
    },
  }),
  decoder({
    id: '^CSNR',
    title: say('WCDMA signal', 'WCDMA の電波品質'),
    spec: `${manual}, ^CSNR`,
    group: 'huawei',
    forms: ['action', 'read'],
    urc: true,
    parameters: [
      decimal('rscp_dbm', 'RSCP dBm', 'RSCP dBm'),
      decimal('ecio_db', 'Ec/Io dB', 'Ec/Io dB'),
    ],
  }),
  decoder({
    id: '^LTERSRP',
    title: say('LTE signal', 'LTE の電波強度'),
    spec: `${manual}, ^LTERSRP`,
    group: 'huawei',
    forms: ['action', 'read', 'test'],
    parameters: [
      decimal('rsrp_dbm', 'RSRP dBm', 'RSRP dBm'),
      decimal('rsrq_db', 'RSRQ dB', 'RSRQ dB'),
    ],
  }),
  decoder({
    id: '^MONSC',
    title: say('serving cell', '在圏セル'),
    spec: `${manual}, ^MONSC`,
    group: 'huawei',
    forms: ['action', 'test'],
    row: (row) => cell(row, cells),
    parameters: [text('rat', 'technology', '方式')],
    explain(facts, asked) {
      const { rat } = facts
      if (asked.form === 'test' || typeof rat !== 'string') return undefined
      if (rat === 'NONE')
        return { words: say('No serving cell.', '在圏セルはありません。'), severity: 'warning' }
      const said = levels(measured(facts))
      if (!said) return undefined
      const where = say(
        `${rat}, operator ${display(facts['mcc'])}-${display(facts['mnc'])}`,
        `${rat}、事業者 ${display(facts['mcc'])}-${display(facts['mnc'])}`,
      )
      return { words: sentences(where, said), severity: levelSeverity(measured(facts)) }
    },
  }),
  decoder({
    id: '^MONNC',
    title: say('neighbouring cells', '隣接セル'),
    spec: `${manual}, ^MONNC`,
    group: 'huawei',
    forms: ['action', 'test'],
    list: 'cells',
    row: (row) => cell(row, neighbours),
    parameters: [text('rat', 'technology', '方式')],
  }),
]

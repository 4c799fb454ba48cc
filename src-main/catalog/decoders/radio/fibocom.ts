import { factText } from '@core/at/fact-text'
import type { Facts } from '@core/at/knowledge'
import { decimal, int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { binFact, binValue, type Bin } from '../shared/bins'
import { factRows } from '../shared/fact-rows'
import { family, table } from '../shared/family'
import { levels, levelSeverity } from '../shared/quality'
import { address, cid, mode, onOff } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Fibocom FM350/FM150/L850/L610 AT Commands User Manual',
  'others',
)

const rsrp: Bin = { name: 'rsrp', max: 97, unknown: 255, base: -141, step: 1, unit: 'dbm' }
const rsrq: Bin = { name: 'rsrq', max: 34, unknown: 255, base: -20, step: 0.5, unit: 'db' }
const lte = 4

/**
 * A serving LTE cell is `1,4,<mcc>,<mnc>,<tac>,<cell>,<earfcn>,<pci>,<band>,<bandwidth>,<rssnr>,<rxlev>,<rsrp>,<rsrq>`;
 * a neighbour `2,4,,,<tac>,<cell>,<earfcn>,<pci>,<bandwidth>,<rxlev>,<rsrp>,<rsrq>`. Others are given by their first columns.
 */
function cell(row: Row): Facts {
  const [kind, rat] = [row.int(0, 'serving') ?? null, row.int(1, 'rat') ?? null]
  row.mark(4, 'cell')
  row.mark(5, 'cell')
  const serving = kind === 1
  const known = {
    serving,
    rat,
    ...(serving ? { mcc: row.text(2) ?? null, mnc: row.text(3) ?? null } : {}),
  }
  if (serving)
    Object.assign(known, { tac: row.hex(4, 'tac') ?? null, ci: row.hex(5, 'ci') ?? null })
  if (rat !== lte || row.count !== (serving ? 14 : 12)) return known
  const last = row.count - 1
  const index = { rsrp: row.int(last - 1, 'rsrp') ?? null, rsrq: row.int(last, 'rsrq') ?? null }
  return {
    ...known,
    earfcn: row.int(6, 'earfcn') ?? null,
    pci: row.int(7, 'pci') ?? null,
    ...(serving ? { band: bandOf(row.int(8, 'band')) } : {}),
    [binFact(rsrp)]: binValue(rsrp, index.rsrp) ?? null,
    [binFact(rsrq)]: binValue(rsrq, index.rsrq) ?? null,
  }
}

/** LTE bands are counted from 101. */
function bandOf(given: number | null | undefined): number | null {
  return typeof given === 'number' && given > 100 && given < 200 ? given - 100 : null
}

const cells = (rows: readonly Row[]): Facts => ({
  cells: rows.filter((row) => /^\d,\d+,/.test(row.tail)).map(cell),
})

const stat = int('stat', 'state', '状態', table('0 down|切断', '1 up|接続'))
/** Cell, channel and level of each cell, one after another; the minus may stand twice: `-7.-50`. */
function measured(row: Row, level: 'rsrp_dbm' | 'rsrq_db'): Facts[] {
  const each = Array.from({ length: Math.floor(row.count / 3) }, (_, i) => 3 * i)
  return each.map((at) => {
    const said = (row.text(at + 2) ?? '').replace('.-', '.')
    return {
      pci: row.int(at, 'pci'),
      earfcn: row.int(at + 1, 'earfcn'),
      [level]: /^-?\d{1,4}(?:\.\d{1,4})?$/.test(said) ? Number(said) : null,
    }
  })
}

/** `PCC:103,157,1325,…` and `SCC 1:2,0,140,49,39448,…`: band (100 and more is LTE, 500 and more NR), cell, channel. */
function carrier(row: Row): Facts[] {
  const [, name = '', more, band = '', pci = '', earfcn = ''] =
    /^(PCC|SCC ?\d?): ?(\d,\d,)?(\d{1,4}),(\d{1,4}),(\d{1,7}),/.exec(row.line.trim()) ?? []
  const number = Number(band)
  if (name === '' || (name === 'PCC') !== (more === undefined) || number < 101) return []
  const shown = number < 500 ? `LTE B${number - 100}` : `NR n${number - 500}`
  return [{ carrier: name, band: shown, pci: Number(pci), earfcn: Number(earfcn) }]
}

export default [
  question('+GTPKGVER', 'software package', 'ソフトウェアパッケージ', [
    text('version', 'version', 'バージョン'),
  ]),
  setting('+GTUSBMODE', 'interfaces on USB', 'USB の構成', [
    int('composition', 'composition', '構成番号'),
  ]),
  setting(
    '+GTACT',
    'choice of radio technology and bands',
    '無線方式とバンドの選択',
    [
      int('mode', 'technologies', '方式'),
      int('pref1', 'preferred first', '第 1 優先'),
      int('pref2', 'preferred second', '第 2 優先'),
    ],
    {
      row: (row) => ({
        mode: row.int(0, 'mode'),
        pref1: row.int(1, 'pref1'),
        pref2: row.int(2, 'pref2'),
        bands: row.fields.slice(3).map((field) => field.text),
      }),
    },
  ),
  question('+GTCCINFO', 'serving and neighbouring cells', '在圏セルと隣接セル', [], {
    free: true,
    answer: cells,
    explain(facts, asked) {
      const [serving] = factRows(facts['cells']).filter((one) => one['serving'] === true)
      if (asked.form === 'test') return undefined
      if (!serving)
        return { words: say('No serving cell.', '在圏セルはありません。'), severity: 'warning' }
      const values = { rsrp: serving['rsrp_dbm'], rsrq: serving['rsrq_db'] }
      const said = levels(values)
      return said && { words: said, severity: levelSeverity(values) }
    },
  }),
  question('+GTCAINFO', 'carrier aggregation', 'キャリアアグリゲーション', [], {
    free: true,
    answer: (rows) => ({ carriers: rows.flatMap(carrier) }),
    explain(facts, asked) {
      const carriers = factRows(facts['carriers'])
      if (asked.form === 'test' || carriers.length === 0) return undefined
      const named = carriers.map(
        ({ carrier: name, band, pci, earfcn }) =>
          `${factText(name)} ${factText(band)}, PCI ${factText(pci)}, EARFCN ${factText(earfcn)}`,
      )
      return { words: say(`Carriers: ${named.join('; ')}.`, `キャリア：${named.join('、')}`) }
    },
  }),
  setting(
    '+GTRNDIS',
    'network adapter on USB',
    'USB ネットワークアダプター',
    [stat, cid, address, text('dns1', 'DNS 1', 'DNS 1'), text('dns2', 'DNS 2', 'DNS 2')],
    { set: [stat, cid], urc: true, setAnswers: true, ends: {} },
  ),
  question(
    '+GTDNS',
    'DNS servers of a context',
    'コンテキストの DNS サーバー',
    [cid, text('dns1', 'DNS 1', 'DNS 1'), text('dns2', 'DNS 2', 'DNS 2')],
    { set: [cid] },
  ),
  setting('+GTDUALSIM', 'SIM in use', '使用中の SIM', [int('slot', 'slot', 'スロット')]),
  question(
    '+GTSENRDTEMP',
    'temperature of the modem',
    'モデムの温度',
    [int('sensor', 'sensor', 'センサー'), decimal('temperature_c', '°C', '℃')],
    {
      set: [int('sensor', 'sensor', 'センサー')],
      list: 'sensors',
      row: (row) => {
        const milli = row.int(1, 'temperature')
        return {
          sensor: row.int(0, 'sensor'),
          temperature_c: typeof milli === 'number' ? milli / 1000 : null,
        }
      },
    },
  ),
  setting('+GTAUTOCONNECT', 'automatic connection', '自動接続', [onOff]),
  setting('+GTFCCLOCKMODE', 'lock until the host unlocks', 'FCC ロック', [mode]),
  setting('+GTGPSPOWER', 'GNSS', 'GNSS の状態', [onOff]),
  action('+GTRESET', 'restarting the modem', 'モデムの再起動'),
  question(
    '+RSRP',
    'RSRP of the cells',
    'セルの RSRP',
    [
      int('pci', 'physical cell', '物理セル'),
      int('earfcn', 'EARFCN', 'EARFCN'),
      decimal('rsrp_dbm', 'RSRP dBm', 'RSRP dBm'),
    ],
    { answer: (rows) => ({ cells: rows.flatMap((row) => measured(row, 'rsrp_dbm')) }) },
  ),
  question(
    '+RSRQ',
    'RSRQ of the cells',
    'セルの RSRQ',
    [
      int('pci', 'physical cell', '物理セル'),
      int('earfcn', 'EARFCN', 'EARFCN'),
      decimal('rsrq_db', 'RSRQ dB', 'RSRQ dB'),
    ],
    { answer: (rows) => ({ cells: rows.flatMap((row) => measured(row, 'rsrq_db')) }) },
  ),
  question('+GTSN', 'serial number', 'シリアル番号', [
    secret('imei', text('serial', 'serial number', 'シリアル番号')),
  ]),
]

import { factText } from '@core/at/fact-text'
import type { Facts } from '@core/at/knowledge'
import { decimal, int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { type Bin, binFact, binValue } from '../shared/bins'
import { factRows } from '../shared/fact-rows'
import { family, table } from '../shared/family'
import { levelSeverity, levels } from '../shared/quality'
import { address, cid, mode, onOff, state, value, version } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Fibocom FM350/FM150/L850/L610 AT Commands User Manual',
  'others',
)

const rsrp: Bin = { name: 'rsrp', max: 97, unknown: 255, base: -141, step: 1, unit: 'dbm' }

const rsrq: Bin = { name: 'rsrq', max: 34, unknown: 255, base: -20, step: 0.5, unit: 'db' }

/** The same of 5G: SS-RSRP and SS-RSRQ of 3GPP TS 27.007, 8.69. */
const ssRsrp: Bin = { name: 'rsrp', max: 126, unknown: 255, base: -157, step: 1, unit: 'dbm' }
const ssRsrq: Bin = { name: 'rsrq', max: 126, unknown: 255, base: -43.5, step: 0.5, unit: 'db' }

const lte = 4
const levelsOf: Readonly<Record<number, { readonly rsrp: Bin; readonly rsrq: Bin }>> = {
  [lte]: { rsrp, rsrq },
  9: { rsrp: ssRsrp, rsrq: ssRsrq },
}

/**
 * A serving LTE cell is `1,4,<mcc>,<mnc>,<tac>,<cell>,<earfcn>,<pci>,<band>,<bandwidth>,<rssnr>,<rxlev>,<rsrp>,<rsrq>`;
 * a neighbour `2,4,,,<tac>,<cell>,<earfcn>,<pci>,<bandwidth>,<rxlev>,<rsrp>,<rsrq>`. Others are given by their first columns.
 */
function cell(row: Row, inHex: boolean): Facts {
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
  const bins = levelsOf[rat ?? 0]
  if (!bins || row.count !== (serving ? 14 : 12)) return known
  const last = row.count - 1
  const place = (i: number, name: string) => (inHex ? row.hex(i, name) : row.int(i, name)) ?? null
  const index = { rsrp: row.int(last - 1, 'rsrp') ?? null, rsrq: row.int(last, 'rsrq') ?? null }
  return {
    ...known,
    [rat === lte ? 'earfcn' : 'arfcn']: place(6, 'earfcn'),
    pci: place(7, 'pci'),
    ...(serving ? { band: bandOf(row.int(8, 'band')) } : {}),
    [binFact(bins.rsrp)]: binValue(bins.rsrp, index.rsrp) ?? null,
    [binFact(bins.rsrq)]: binValue(bins.rsrq, index.rsrq) ?? null,
  }
}

/** LTE bands are counted from 101; those of 5G stand behind `50`: 5041 and 5078. */
function bandOf(given: number | null | undefined): number | null {
  if (typeof given !== 'number') return null
  if (given > 100 && given < 200) return given - 100
  const nr = /^50(\d{1,3})$/.exec(String(given))?.[1]
  return nr === undefined ? null : Number(nr)
}

/** Some firmware prints channel and physical cell in hex like the cell: one letter in any row says so for all. */
function cells(all: readonly Row[]): Facts {
  const rows = all.filter((row) => /^\d,\d+,/.test(row.tail))
  const inHex = rows.some((row) =>
    [6, 7].some((i) => /^[\dA-F]*[A-F][\dA-F]*$/i.test(row.text(i) ?? '')),
  )
  return { cells: rows.map((row) => cell(row, inHex)) }
}

function neighbour(cell: Facts = {}): { readonly words: Words } {
  const { earfcn, pci } = cell
  if (typeof earfcn !== 'number' || typeof pci !== 'number')
    return { words: say('A neighbouring cell.', '隣接セルです。') }
  return {
    words: say(
      `A neighbouring cell: EARFCN ${earfcn}, PCI ${pci}.`,
      `隣接セル：EARFCN ${earfcn}、PCI ${pci}。`,
    ),
  }
}

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

const l610 = family('Fibocom L610/L716/FM150/FM160 AT Commands Manual', 'others')
const l7 = family('Fibocom L7xx/FM150/FM350 AT Commands User Manual', 'others')

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
      const found = factRows(facts['cells'])
      const [serving] = found.filter((one) => one['serving'] === true)
      if (asked.form === 'test') return undefined
      // A heading holds no cell, whatever the lines below it hold.
      if (found.length === 0)
        return {
          words: say(
            'Serving and neighbouring cells: none on this line.',
            '在圏セルと隣接セル：この行にはありません。',
          ),
        }
      // A row alone says nothing of the others.
      if (!serving && found.length === 1) return neighbour(found[0])
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
  question('+MTSM', 'temperature of the modem', 'モデムの温度', [int('temperature_c', '°C', '℃')], {
    set: [int('mode', 'mode', 'モード')],
  }),
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
  l610.setting('+GTWWAN', 'data connection of the computer', 'PC のデータ接続', [
    int('state', 'state', '状態', table('0 disconnect|切断', '1 connect|接続')),
    cid,
  ]),
  l610.setting('+GTESIMCFG', 'eSIM', 'eSIM の設定', [value]),
  l610.setting('+GTTHERMAL', 'temperature control', '温度制御', [onOff]),
  l610.setting('+GTSET', 'settings of the modem', 'モデムの設定', [
    text('item', 'item', '項目'),
    value,
  ]),
  l610.setting('+GTFMODE', 'flight mode by pin', 'ピンによる機内モード', [mode]),
  l610.question('+GTCURCAR', 'carrier profile in use', '使用中の事業者プロファイル', [value]),
  l610.question('+GTFCCEFFSTATUS', 'state of the FCC lock', 'FCC ロックの状態', [state]),
  l610.question('+GTFCCLOCKSTATE', 'state of the FCC lock', 'FCC ロックの状態', [state]),
  l610.question('+GTFCCLOCKVER', 'version of the FCC lock', 'FCC ロックのバージョン', [version]),
  l610.setting('+GTGPSEPO', 'assistance data of the GPS', 'GPS の補助データ', [onOff]),
  l610.question('+MMAD', 'voltage at an ADC', 'ADC の電圧', [value], {
    set: [int('adc', 'ADC', 'ADC')],
  }),
  l7.question('+GTCELLSCAN', 'cells around', '周辺セルの一覧', [value]),
  l7.action(
    '+GTFCCLOCKGEN',
    'asking for the challenge of the FCC lock',
    'FCC ロックのチャレンジ取得',
    [],
    { parameters: [value] },
  ),
  l7.setting('+GTIPPASS', 'address given through to the computer', 'IP パススルー', [mode]),
  l7.setting('+GTCELLLOCK', 'lock to a cell', 'セルの固定', [mode]),
]

import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { factRows } from '../shared/fact-rows'
import { family, table } from '../shared/family'
import { sentences } from '../shared/join'
import { operatorName } from '../shared/operators'
import { levelSeverity, levels } from '../shared/quality'
import { mode, onOff, value } from '../shared/vocabulary'

const spec = 'Foxconn T77W968 and T99W175 (Dell DW5821e, DW5930e) AT commands'
const { setting } = family(spec, 'others')

const number = (pattern: RegExp, from: string): number | null => {
  const said = pattern.exec(from)?.[1]
  return said === undefined ? null : Number(said)
}

/** What is said of one carrier: `lte_band:3 lte_band_width:20.0MHz channel:1850 pci:120 lte_rsrp:-98.0dBm,rsrq:-10.1dB …`. */
function carrier(from: string, which: string): Facts {
  return {
    carrier: which,
    band: /band:\s*(n?\d+|B\d+)/i.exec(from)?.[1]?.toLowerCase().replace(/^b/, '') ?? null,
    bandwidth_mhz: number(/band_width:\s*(\d+(?:\.\d+)?)/i, from),
    channel: number(/channel:\s*(\d+)/i, from),
    pci: number(/pci:\s*(\d+)/i, from),
    rsrp_dbm: number(/rsrp:\s*(-?\d+(?:\.\d+)?)/i, from),
    rsrq_db: number(/rsrq:\s*(-?\d+(?:\.\d+)?)/i, from),
    rssi_dbm: number(/rssi:\s*(-?\d+(?:\.\d+)?)/i, from),
    sinr_db: number(/snr:\s*(-?\d+(?:\.\d+)?)/i, from),
  }
}

/** The first carrier follows the network; `scell:` begins each further one of LTE, `nr_band:` that of 5G. */
function debug(rows: readonly Row[]): Facts {
  for (const row of rows)
    for (const found of row.line.matchAll(/(?:cell_id|tac):\s*(\w+)/gi))
      row.markText(found[1] ?? '', 'cell')
  const all = rows.map((row) => row.line.trim()).join('\n')
  const parts = all.split(/(?=scell:)|(?=nr_band:)/i)
  const cells = parts.flatMap((part, i) => {
    const which = /^nr_band:/i.test(part) ? 'NR' : i === 0 ? 'PCC' : 'SCC'
    return /rsrp:|band:/i.test(part) ? [carrier(part, which)] : []
  })
  return {
    rat: /\bRAT:\s*(\S+)/i.exec(all)?.[1] ?? null,
    mcc: /mcc:\s*(\d{3})/i.exec(all)?.[1] ?? null,
    mnc: /mnc:\s*(\d{2,3})/i.exec(all)?.[1] ?? null,
    ci: number(/cell_id:\s*(\d+)/i, all),
    tac: number(/tac:\s*(\d+)/i, all),
    cells,
  }
}

function said({ carrier: which, band, bandwidth_mhz: mhz, ...cell }: Facts): Words | undefined {
  const name = typeof band === 'string' ? (band.startsWith('n') ? band : `B${band}`) : undefined
  const known = levels({
    rsrp: cell['rsrp_dbm'],
    rsrq: cell['rsrq_db'],
    sinr: cell['sinr_db'],
    rssi: cell['rssi_dbm'],
  })
  if (!known) return undefined
  const head = [which, name, typeof mhz === 'number' ? `${mhz} MHz` : undefined].filter(
    (one) => typeof one === 'string',
  )
  return say(`${head.join(' ')}: ${known.en}`, `${head.join(' ')}：${known.ja}`)
}

/** `PCC info: Band is LTE_B3, Band_width is 20.0 MHz`, a line a carrier. */
function carriers(rows: readonly Row[]): Facts {
  return {
    carriers: rows.flatMap((row) => {
      const found =
        /^(\S+) info: ?Band is (?:LTE_|NR5G_|NR_)?([Bn]\d+), ?Band_width is (\d+(?:\.\d+)?)/i.exec(
          row.line.trim(),
        )
      return found ? [{ carrier: found[1], band: found[2], bandwidth_mhz: Number(found[3]) }] : []
    }),
  }
}

/** `TSENS: 41C`, a line a sensor. */
function temperatures(rows: readonly Row[]): Facts {
  return {
    sensors: rows.flatMap((row) => {
      const found = /^([\w ]+?):\s*(-?\d+(?:\.\d+)?) ?C\b/i.exec(row.line.trim())
      return found ? [{ name: found[1], temperature_c: Number(found[2]) }] : []
    }),
  }
}

export default [
  decoder({
    id: '^DEBUG',
    title: say('cells in use', '使用中のセル'),
    spec: `${spec}, ^DEBUG`,
    group: 'others',
    forms: ['read'],
    free: true,
    answer: debug,
    explain(facts) {
      const cells = factRows(facts['cells'])
      const words = cells.flatMap((cell) => said(cell) ?? [])
      if (words.length === 0) return undefined
      const { mcc, mnc } = facts
      const plmn = typeof mcc === 'string' && typeof mnc === 'string' ? `${mcc}${mnc}` : undefined
      const name = plmn === undefined ? undefined : operatorName(plmn)
      const shown =
        plmn === undefined ? undefined : `${plmn}${name === undefined ? '' : ` (${name})`}`
      const head = shown === undefined ? undefined : say(`Operator ${shown}`, `事業者 ${shown}`)
      return {
        words: sentences(head, ...words),
        severity: levelSeverity({ rsrp: cells[0]?.['rsrp_dbm'] }),
      }
    },
  }),
  decoder({
    id: '^CA_INFO',
    title: say('carriers in use', '使用中のキャリア'),
    spec: `${spec}, ^CA_INFO`,
    group: 'others',
    forms: ['read'],
    free: true,
    list: 'carriers',
    answer: carriers,
    parameters: [
      text('carrier', 'carrier', 'キャリア'),
      text('band', 'band', 'バンド'),
      int('bandwidth_mhz', 'MHz', 'MHz'),
    ],
  }),
  decoder({
    id: '^TEMP',
    title: say('temperatures', '温度'),
    spec: `${spec}, ^TEMP`,
    group: 'others',
    forms: ['read'],
    free: true,
    list: 'sensors',
    answer: temperatures,
    parameters: [text('name', 'sensor', 'センサー'), int('temperature_c', '°C', '℃')],
  }),
  setting('^SLMODE', 'choice of radio technology', '方式の選択', [mode, value]),
  setting('^SLBAND', 'bands', 'バンドの選択', [value], { free: true }),
  setting('^BAND_PREF', 'bands', 'バンドの選択', [value], { free: true }),
  setting('^BAND_PREF_EXT', 'bands', 'バンドの選択', [value], { free: true }),
  setting('^LTE_LOCK', 'lock on a cell of LTE', 'LTE のセルの固定', [value]),
  setting('^NR5G_LOCK', 'lock on a cell of 5G', '5G のセルの固定', [value]),
  setting('^NR5G_MODE', '5G beside LTE or alone', '5G の NSA・SA', [
    int('mode', 'mode', 'モード', table('0 both|両方', '1 NSA|NSA', '2 SA|SA')),
  ]),
  setting('^SWITCH_SLOT', 'SIM slot', 'SIM スロット', [int('slot', 'slot', 'スロット')]),
  setting('^CA_ENABLE', 'carrier aggregation', 'キャリアアグリゲーション', [onOff]),
  setting('^USBTYPE', 'speed of USB', 'USB の速度', [value]),
]

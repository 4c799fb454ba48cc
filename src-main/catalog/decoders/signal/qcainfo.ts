import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { dashed } from '../shared/dashed'
import { factRows } from '../shared/fact-rows'
import { display } from '../shared/join'

/** Resource blocks of LTE to MHz: 3GPP TS 36.101, table 5.6-1. */
const lteMhz = new Map([
  [6, 1.4],
  [15, 3],
  [25, 5],
  [50, 10],
  [75, 15],
  [100, 20],
])
/** RM5xx manual, AT+QCAINFO: the bandwidth of an NR carrier is an index. */
const nrMhz = [5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 200, 400]

/** `"PCC",freq,bandwidth,band,state,pci,rsrp,rsrq,rssi,sinr`; an SCC of RM5xx ends in uplink columns instead. */
function carrier(row: Row): Facts {
  const read = dashed(row)
  const band = row.text(3)
  const nr = typeof band === 'string' && /NR/i.test(band)
  const width = read.int(2, 'bandwidth')
  const mhz = typeof width !== 'number' ? null : nr ? nrMhz[width] : lteMhz.get(width)
  // The row of a 5G PCC, and that of the 5G carrier beside LTE, has no state: its cell comes at once.
  const lone = nr && (/^PCC$/i.test(row.text(0) ?? '') || row.count === 5)
  // Levels are negative; the uplink columns of an SCC are not, and some firmware puts other numbers there.
  const power = Number(row.text(6) ?? '')
  const measured = !lone && power >= -156 && power <= -31
  return {
    carrier: row.text(0),
    freq: read.int(1, 'freq'),
    bandwidth: width,
    bandwidth_mhz: mhz ?? null,
    band,
    ...(lone ? {} : { state: read.int(4, 'state') }),
    pci: read.int(lone ? 4 : 5, 'pci'),
    ...(measured
      ? {
          rsrp_dbm: read.level(6, 'rsrp'),
          rsrq_db: read.level(7, 'rsrq'),
          rssi_dbm: read.level(8, 'rssi'),
          sinr_db: read.level(9, 'sinr'),
        }
      : {}),
  }
}

function said(one: Facts): Words {
  const { carrier: which, band, bandwidth, bandwidth_mhz: mhz, rsrp_dbm: rsrp } = one
  const short = display(band)
    .replace(/^LTE BAND /i, 'B')
    .replace(/^NR5G BAND /i, 'n')
  const width =
    typeof mhz !== 'number'
      ? ''
      : short.startsWith('n')
        ? ` ${mhz} MHz`
        : ` ${mhz} MHz (${display(bandwidth)} RB)`
  const level = typeof rsrp === 'number' ? `, RSRP ${rsrp} dBm` : ''
  const idle = !/^PCC$/i.test(display(which)) && one['state'] !== undefined && one['state'] !== 2
  const line = `${display(which)} ${short}${width}${level}`
  return idle
    ? say(`${line} (configured, not active)`, `${line}（設定済み・未使用）`)
    : say(line, line)
}

export default decoder({
  id: '+QCAINFO',
  title: say('carriers in use', '使用中のキャリア'),
  spec: 'Quectel EC25/EM12/RM5xx AT Commands Manual, AT+QCAINFO',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [text('carrier', 'carrier', 'キャリア'), text('band', 'band', 'バンド')],
  list: 'carriers',
  row: carrier,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const carriers = factRows(facts['carriers'])
    if (carriers.length === 0) return undefined
    const each = carriers.map(said)
    const [en, ja] = [each.map((one) => one.en).join('; '), each.map((one) => one.ja).join('；')]
    return carriers.length > 1
      ? {
          words: say(
            `Carrier aggregation of ${carriers.length}: ${en}.`,
            `キャリアアグリゲーション ${carriers.length} 波：${ja}`,
          ),
        }
      : { words: say(`Carrier: ${en}.`, `キャリア：${ja}`) }
  },
})

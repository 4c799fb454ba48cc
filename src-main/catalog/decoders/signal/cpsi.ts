import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Words } from '@core/words'
import { readCpsi } from '../shared/cpsi-row'
import { factRows } from '../shared/fact-rows'
import { display, sentences } from '../shared/join'
import { operatorName } from '../shared/operators'
import { levelSeverity, levels } from '../shared/quality'

export default decoder({
  id: '+CPSI',
  title: say('serving cell', '在圏セル'),
  spec: 'A76XX manual p98',
  group: 'simcom',
  parameters: [text('mode', 'mode', '方式'), text('op_mode', 'operation', '動作')],
  set: [
    { name: 'period_s', kind: 'int', meaning: say('seconds between reports', '通知間隔（秒）') },
  ],
  urc: true,
  row: readCpsi,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    if (facts['mode'] === 'NO SERVICE') return { words: noService(facts), severity: 'warning' }
    if (facts['mcc'] === undefined && facts['earfcn'] === null)
      return { words: placeholder, severity: 'notice' }
    const values = {
      rsrp: facts['rsrp_dbm'],
      rsrq: facts['rsrq_db'],
      sinr: facts['sinr_db'],
      rscp: facts['rscp_dbm'],
      ecio: facts['ecio_db'],
      rssi: facts['rssi_dbm'] ?? facts['rxlev_dbm'],
    }
    const outside = Array.isArray(facts['out_of_range']) ? facts['out_of_range'] : []
    const wrong =
      outside.length > 0
        ? say(`out of range: ${outside.join(', ')}`, `範囲外の値：${outside.join('、')}`)
        : undefined
    return {
      words: sentences(cell(facts), levels(values), wrong, beside(facts)),
      severity: wrong ? 'warning' : levelSeverity(values),
    }
  },
})

const placeholder = say(
  'The modem prints placeholders: it has no valid cell yet. Nothing in this line is a measurement.',
  'セル情報が未確定のため、仮の値が出力されています。測定値としては使えません。',
)

/** EN-DC: the 5G carrier stands on a line of its own below the LTE cell. */
function beside(facts: Facts): Words | undefined {
  const nr = factRows(facts['entries']).find((one) => one['mode'] === 'NR5G_NSA')
  if (!nr || facts['mode'] === 'NR5G_NSA' || typeof nr['rsrp_dbm'] !== 'number') return undefined
  const band = /(\d+)$/.exec(factText(nr['band'] ?? ''))?.[1]
  const level = levels({ rsrp: nr['rsrp_dbm'], rsrq: nr['rsrq_db'], sinr: nr['sinr_db'] })
  const name = band === undefined ? '5G' : `5G n${band}`
  return say(
    `EN-DC (5G NSA): ${name} beside LTE: ${level?.en ?? ''}`,
    `EN-DC（5G NSA）：LTE と併用の ${name}：${level?.ja ?? ''}`,
  )
}

function noService(facts: Facts): Words {
  const off = factText(facts['op_mode'] ?? '')
  if (/low power|flight|offline/i.test(off))
    return say(
      `No service: the radio is off (${off}). AT+CFUN=1 turns it on.`,
      `圏外：無線がオフです（${off}）。AT+CFUN=1 でオンになります。`,
    )
  return say(
    'No service: the modem finds no cell. Check antenna, bands and SIM.',
    '圏外：セルが見つかりません。アンテナ、バンド設定、SIM を確認してください。',
  )
}

function cell(facts: Facts): Words {
  const plmn = `${display(facts['mcc'] ?? '')}${display(facts['mnc'] ?? '')}`
  const name = operatorName(plmn)
  const band = facts['band']
  const mode = display(facts['mode'])
  const number = /^(?:EUTRAN-BAND|NR5G_BAND)(\d+)$/.exec(typeof band === 'string' ? band : '')?.[1]
  const other = typeof band !== 'string' ? mode : band.startsWith(mode) ? band : `${mode} ${band}`
  const where =
    number === undefined
      ? say(other, other)
      : say(`${mode} band ${number}`, `${mode} バンド ${number}`)
  if (plmn === '') return where
  return say(
    `${where.en}, operator ${plmn}${name ? ` (${name})` : ''}`,
    `${where.ja}、事業者 ${plmn}${name ? `（${name}）` : ''}`,
  )
}

import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Facts } from '@core/at/knowledge'
import type { Severity, Words } from '@core/words'
import { neighbourWords } from '../shared/cell-words'
import { factRows } from '../shared/fact-rows'
import { display, sentences } from '../shared/join'
import { readQeng } from '../shared/qeng-row'
import { levelSeverity, levels } from '../shared/quality'

export default decoder({
  id: '+QENG',
  title: say('serving and neighbour cells', '在圏セル・周辺セル'),
  does: say('Asks: serving or neighbour cells.', '在圏セル・周辺セルを問い合わせます。'),
  spec: 'Quectel EC25 AT Commands Manual, 6.14 (AT+QENG); RG50x/RM5xx AT Commands Manual, AT+QENG',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [text('cell', 'cell', 'セル')],
  set: [text('cell', 'which', '種別')],
  list: 'cells',
  asks: true,
  row: readQeng,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const cells = factRows(facts['cells'])
    const [first] = cells
    if (!first) return undefined
    if (first['cell'] === 'setting' && cells.length === 1) return { words: setting(first) }
    if (factText(first['cell']).startsWith('neighbour')) return { words: neighbours(facts) }
    const cell = cells.find((one) => typeof one['rsrp_dbm'] === 'number') ?? first
    const values = {
      rsrp: cell['rsrp_dbm'],
      rsrq: cell['rsrq_db'],
      sinr: cell['sinr_db'],
      rscp: cell['rscp_dbm'],
      rssi: cell['rssi_dbm'],
    }
    const state = factText(first['state'] ?? '')
    const known = states[state]
    const rat = typeof cell['rat'] === 'string' ? cell['rat'] : undefined
    const head = say(`Serving cell${rat ? ` (${rat})` : ''}`, `在圏セル${rat ? `（${rat}）` : ''}`)
    return {
      words: sentences(
        known ? say(`${head.en}: ${known[1].en}`, `${head.ja}：${known[1].ja}`) : head,
        together(cells),
        levels(values),
      ),
      severity: known && known[0] !== 'fine' ? known[0] : levelSeverity(values),
    }
  },
})

function neighbours(facts: Facts): Words {
  return neighbourWords(facts) ?? say('Neighbour cells: none.', '周辺セル：なし')
}

/** M95 and BC66, asked what they report: `+QENG: 1,0`. */
function setting({ mode, dump }: Facts): Words {
  return say(
    `Engineering mode ${display(mode)}, format ${display(dump)}.`,
    `エンジニアリングモード ${display(mode)}、形式 ${display(dump)}`,
  )
}

/** EN-DC (5G NSA): an LTE cell is the anchor, an NR cell carries data beside it. */
function together(cells: readonly Facts[]): Words | undefined {
  const anchor = cells.find((one) => one['rat'] === 'LTE')
  const beside = cells.find((one) => one['rat'] === 'NR5G-NSA')
  // Without a cell its numbers stand at the bottom of their scales.
  if (!beside || typeof beside['rsrp_dbm'] !== 'number') return undefined
  const width = typeof beside['dl_bw_mhz'] === 'number' ? ` ${beside['dl_bw_mhz']} MHz` : ''
  const nr = `n${display(beside['band'])}${width}`
  if (!anchor)
    return say(`EN-DC (5G NSA): 5G ${nr} beside LTE`, `EN-DC（5G NSA）：LTE と併用の 5G ${nr}`)
  const lte = `B${display(anchor['band'])}`
  return say(
    `EN-DC (5G NSA): LTE anchor ${lte} with 5G ${nr}`,
    `EN-DC（5G NSA）：LTE アンカー ${lte} と 5G ${nr}`,
  )
}

const states: Record<string, readonly [Severity, Words]> = {
  SEARCH: ['warning', say('searching, no cell yet', 'サーチ中（圏外）')],
  LIMSRV: [
    'warning',
    say(
      'limited service: not registered, emergency calls only',
      '限定サービス（未登録、緊急呼のみ）',
    ),
  ],
  NOCONN: ['fine', say('registered, idle', '登録済み・待受中')],
  CONNECT: ['fine', say('registered, connected', '登録済み・通信中')],
}

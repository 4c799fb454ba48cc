import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import { factRows } from './shared/fact-rows'
import { sentences } from './shared/join'
import { levels, levelSeverity } from './shared/quality'
import { readQeng } from './shared/qeng-row'

export default decoder({
  id: '+QENG',
  title: say('serving and neighbour cells', '在圏セル・周辺セル'),
  does: say('Asks: serving or neighbour cells.', '在圏セル・周辺セルを問い合わせます。'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [text('cell', 'cell', 'セル')],
  set: [text('cell', 'which', '種別')],
  list: 'cells',
  asks: true,
  row: readQeng,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const [cell] = factRows(facts['cells'])
    if (!cell) return undefined
    const values = {
      rsrp: cell['rsrp_dbm'],
      rsrq: cell['rsrq_db'],
      rscp: cell['rscp_dbm'],
      rssi: cell['rssi_dbm'],
    }
    const state = String(cell['state'] ?? cell['rat'] ?? '')
    return {
      words: sentences(say(`Cell ${state}`, `セル ${state}`), levels(values)),
      severity: state === 'SEARCH' ? 'warning' : levelSeverity(values),
    }
  },
})

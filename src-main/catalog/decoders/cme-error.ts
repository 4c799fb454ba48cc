import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { cme } from './shared/causes'
import { errorFacts, errorNote } from './shared/error-row'

export default decoder({
  id: '+CME ERROR',
  prefixes: ['+CME ERROR', 'CME ERROR'],
  title: say('error of the modem', 'モデムのエラー'),
  spec: '3GPP TS 27.007, 9.2',
  group: 'result',
  forms: [],
  final: 'hard',
  parameters: [int('code', 'number', '番号'), text('text', 'reason', '理由')],
  row: (row) => errorFacts(row, cme),
  explain: (facts) => errorNote('+CME ERROR', facts, cme),
})

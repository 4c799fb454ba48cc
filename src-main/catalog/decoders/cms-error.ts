import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { cms } from './shared/causes'
import { errorFacts, errorNote } from './shared/error-row'

export default decoder({
  id: '+CMS ERROR',
  prefixes: ['+CMS ERROR', 'CMS ERROR'],
  title: say('error of the message service', 'SMS のエラー'),
  spec: '3GPP TS 27.005, 3.2.5',
  group: 'result',
  forms: [],
  final: 'hard',
  parameters: [int('code', 'number', '番号'), text('text', 'reason', '理由')],
  row: (row) => errorFacts(row, cms),
  explain: (facts) => errorNote('+CMS ERROR', facts, cms),
})

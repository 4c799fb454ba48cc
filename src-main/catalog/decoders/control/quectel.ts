import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+QURCCFG',
  title: say('port of unsolicited lines', '通知を出すポート'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [text('item', 'item', '項目'), text('value', 'value', '値')],
})

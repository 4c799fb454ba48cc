import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+HTTPPARA',
  title: say('HTTP request', 'HTTP 要求の設定'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [text('param', 'item', '項目'), text('value', 'value', '値')],
})

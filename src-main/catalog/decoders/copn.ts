import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+COPN',
  title: say('names of operators', '事業者名の一覧'),
  spec: '3GPP TS 27.007, 7.21',
  group: 'network',
  forms: ['action', 'test'],
  parameters: [text('numeric', 'number', '番号'), text('alpha', 'name', '名称')],
  list: 'operators',
})

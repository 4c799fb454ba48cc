import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CALA',
  title: say('alarm clock', 'アラーム'),
  spec: '3GPP TS 27.007, 8.16',
  group: 'control',
  parameters: [text('time', 'time', '日時'), int('n', 'number', '番号')],
})

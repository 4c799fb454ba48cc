import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CGCLASS',
  title: say('mobile class', '移動機クラス'),
  spec: '3GPP TS 27.007, 10.1.17',
  group: 'packet',
  parameters: [text('class', 'class', 'クラス')],
})

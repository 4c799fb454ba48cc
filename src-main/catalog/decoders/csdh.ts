import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CSDH',
  title: say('text mode details', 'テキストモードの詳細表示'),
  spec: '3GPP TS 27.005, 3.3.5',
  group: 'sms',
  parameters: [int('show', 'show', '表示', offOn)],
})

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CMTI',
  title: say('new message stored', 'SMS 受信（保存済み）'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  forms: [],
  parameters: [text('mem', 'store', '保存先'), int('index', 'index', '番号')],
  urc: true,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTSTOP',
  title: say('end of MQTT', 'MQTT の終了'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [int('err', 'result', '結果', { 0: say('success', '成功') })],
  urc: true,
})

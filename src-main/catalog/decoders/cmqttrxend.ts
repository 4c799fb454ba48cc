import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTRXEND',
  title: say('MQTT message, end', 'MQTT 受信（終了）'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: [],
  parameters: [int('client_index', 'client', 'クライアント')],
  urc: true,
})

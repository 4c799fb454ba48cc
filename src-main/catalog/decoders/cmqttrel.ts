import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTREL',
  title: say('release of an MQTT client', 'MQTT クライアントの解放'),
  does: say('Releases an MQTT client.', 'MQTT クライアントを解放します。'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [int('client_index', 'client', 'クライアント')],
  urc: true,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTSUB',
  title: say('MQTT subscription', 'MQTT 購読'),
  does: say('Subscribes to an MQTT topic.', 'MQTT トピックを購読します。'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('client_index', 'client', 'クライアント'),
    int('length', 'octets', 'オクテット数'),
    int('qos', 'QoS', 'QoS'),
  ],
  urc: true,
})

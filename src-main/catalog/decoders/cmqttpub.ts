import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTPUB',
  title: say('MQTT publication', 'MQTT 送信'),
  does: say('Publishes an MQTT message.', 'MQTT メッセージを送信します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('client_index', 'client', 'クライアント'),
    int('qos', 'QoS', 'QoS'),
    int('pub_timeout', 'timeout s', 'タイムアウト 秒'),
  ],
  urc: true,
})

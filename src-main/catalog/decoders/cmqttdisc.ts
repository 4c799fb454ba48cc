import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTDISC',
  title: say('end of an MQTT connection', 'MQTT の切断'),
  does: say('Closes an MQTT connection.', 'MQTT 接続を切断します。'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('client_index', 'client', 'クライアント'),
    int('timeout_s', 'time limit s', 'タイムアウト 秒'),
  ],
  urc: true,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTCONNLOST',
  title: say('lost MQTT connection', 'MQTT 切断'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: [],
  parameters: [int('client_index', 'client', 'クライアント'), int('cause', 'cause', '理由')],
  urc: true,
  explain: () => ({
    words: say('The MQTT connection was lost.', 'MQTT 接続が切断されました。'),
    severity: 'warning',
  }),
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTRXSTART',
  title: say('MQTT message, beginning', 'MQTT 受信（開始）'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: [],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('topic_length', 'octets of the topic', 'トピック長'),
    int('payload_length', 'octets of the payload', '本文長'),
  ],
  urc: true,
})

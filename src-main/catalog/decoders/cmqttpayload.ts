import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTPAYLOAD',
  title: say('MQTT payload', 'MQTT 本文'),
  does: say(
    'Takes the payload of the next MQTT message.',
    '次に送信する MQTT の本文を入力します。',
  ),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('length', 'octets', 'オクテット数'),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const cmqtttopic = decoder({
  id: '+CMQTTTOPIC',
  title: say('MQTT topic', 'MQTT トピック'),
  does: say(
    'Takes the topic of the next MQTT message.',
    '次に送信する MQTT のトピックを入力します。',
  ),
  spec: 'A76XX manual',
  ends: { prompt: '> ' },
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('length', 'octets', 'オクテット数'),
  ],
})

const cmqttpayload = decoder({
  id: '+CMQTTPAYLOAD',
  title: say('MQTT payload', 'MQTT 本文'),
  does: say(
    'Takes the payload of the next MQTT message.',
    '次に送信する MQTT の本文を入力します。',
  ),
  spec: 'A76XX manual',
  ends: { prompt: '> ' },
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('length', 'octets', 'オクテット数'),
  ],
})

export default [cmqtttopic, cmqttpayload]

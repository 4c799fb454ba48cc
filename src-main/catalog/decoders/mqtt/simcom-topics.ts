import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { family } from '../shared/family'
import { mqttResult } from '../shared/simcom-results'
import { client, length, qos } from '../shared/vocabulary'

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

const a76 = family('SIMCom A76XX/SIM7500/SIM7600 MQTT(S) Application Note', 'simcom')

export default [
  cmqtttopic,
  cmqttpayload,
  a76.action(
    '+CMQTTWILLTOPIC',
    'taking the topic of the last will',
    '遺言トピックの入力',
    [client, length],
    { ends: { prompt: '> ' } },
  ),
  a76.action(
    '+CMQTTWILLMSG',
    'taking the message of the last will',
    '遺言メッセージの入力',
    [client, length, qos],
    { ends: { prompt: '> ' } },
  ),
  a76.action(
    '+CMQTTSUBTOPIC',
    'taking a topic to subscribe to',
    '購読トピックの入力',
    [client, length, qos],
    { ends: { prompt: '> ' } },
  ),
  a76.action(
    '+CMQTTUNSUBTOPIC',
    'taking a topic to unsubscribe from',
    '購読解除トピックの入力',
    [client, length],
    { ends: { prompt: '> ' } },
  ),
  a76.later(
    '+CMQTTUNSUB',
    'ending MQTT subscriptions',
    'MQTT 購読の解除',
    [client, length],
    [client, mqttResult],
    { ends: { prompt: '> ' } },
  ),
]

import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  cid,
  client,
  data,
  host,
  length,
  message,
  password,
  port,
  qos,
  retain,
  topic,
  user,
} from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Telit LE910Cx/ME910C1/ME310G1 AT Commands Reference Guide, MQTT',
  'telit',
)

const state = int('state', 'state', '状態', table('0 not connected|未接続', '1 connected|接続中'))
const clientId = text('client_id', 'client id', 'クライアント ID')
const each = { list: 'clients' }

export default [
  setting(
    '#MQEN',
    'MQTT client',
    'MQTT クライアント',
    [client, int('enabled', 'client', 'クライアント', table('0 off|オフ', '1 on|オン'))],
    each,
  ),
  setting(
    '#MQCFG',
    'MQTT server',
    'MQTT サーバー',
    [client, host, port, cid, int('ssl', 'TLS', 'TLS', table('0 off|オフ', '1 on|オン'))],
    each,
  ),
  setting(
    '#MQCFG2',
    'keepalive of MQTT',
    'MQTT のキープアライブ',
    [
      client,
      int('keepalive_s', 'keepalive s', 'キープアライブ 秒'),
      int('clean_session', 'clean session', 'クリーンセッション'),
    ],
    each,
  ),
  setting('#MQTCFG', 'time limits of MQTT', 'MQTT のタイムアウト', [client], each),
  setting(
    '#MQWCFG',
    'will of MQTT',
    'MQTT の Will',
    [client, int('flag', 'will', 'Will', table('0 off|オフ', '1 on|オン'))],
    each,
  ),
  action(
    '#MQCONN',
    'connecting to the MQTT server',
    'MQTT サーバーへの接続',
    [client, clientId, user, password],
    { ...each, parameters: [client, state], forms: ['set', 'read', 'test'] },
  ),
  action('#MQDISC', 'ending the MQTT connection', 'MQTT の切断', [client]),
  action('#MQSUB', 'subscribing to a topic', 'トピックの購読', [client, topic]),
  action('#MQUNS', 'ending a subscription', '購読解除', [client, topic]),
  action('#MQPUBS', 'publishing a text', 'テキストの送信', [client, topic, retain, qos, data]),
  action('#MQPUBSEXT', 'publishing octets', 'データの送信', [client, topic, retain, qos, length], {
    ends: { prompt: '>>>' },
  }),
  question('#MQREAD', 'message received', '受信メッセージ', [client, message], {
    set: [client, message],
    row: (row) => {
      const topicText = row.text(0)
      return row.count === 2 && topicText !== null && !/^\d+$/.test(topicText ?? '')
        ? { topic: topicText, length: row.int(1, 'length') }
        : { client: row.int(0, 'client'), unread: row.int(1, 'unread') }
    },
    parameters: [client, topic, length, int('unread', 'unread', '未読')],
    list: 'messages',
  }),
  news('#MQRING', 'MQTT message waits', 'MQTT メッセージあり', [client, message, topic, length]),
]

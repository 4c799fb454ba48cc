import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { client, host, length, message, password, port, topic, user } from '../shared/vocabulary'

const { action, later, news, setting } = family('Fibocom L610/L716 MQTT AT Commands', 'others')

const done = int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功'))

// +MQTTSUB, +MQTTUNSUB and +MQTTPUB are told with those of Espressif.
export default [
  setting('+MQTTUSER', 'login of MQTT', 'MQTT のログイン', [
    client,
    user,
    password,
    text('client_id', 'client id', 'クライアント ID'),
  ]),
  later(
    '+MQTTOPEN',
    'connecting to an MQTT server',
    'MQTT サーバーへの接続',
    [
      client,
      host,
      port,
      int('clean_session', 'clean session', 'クリーンセッション'),
      int('keepalive_s', 'keepalive s', 'キープアライブ 秒'),
      int('tls', 'TLS', 'TLS'),
    ],
    [client, done],
  ),
  action('+MQTTCLOSE', 'ending the MQTT connection', 'MQTT の切断', [client]),
  news('+MQTTBREAK', 'end of an MQTT connection', 'MQTT 接続の終了', [
    client,
    int('cause', 'cause', '理由'),
  ]),
  news('+MQTTMSG', 'message of a topic', '受信メッセージ', [client, topic, length, message]),
]

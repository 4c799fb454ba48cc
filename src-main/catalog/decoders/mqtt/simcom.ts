import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mqttResult } from '../shared/simcom-results'
import { client, item, value } from '../shared/vocabulary'

const cmqttstart = decoder({
  id: '+CMQTTSTART',
  title: say('start of MQTT', 'MQTT の開始'),
  does: say('Starts MQTT.', 'MQTT を開始します。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CMQTTSTART:/ },
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [mqttResult],
  urc: true,
})

const cmqttstop = decoder({
  id: '+CMQTTSTOP',
  title: say('end of MQTT', 'MQTT の終了'),
  does: say('Ends MQTT.', 'MQTT を終了します。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CMQTTSTOP:/ },
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [mqttResult],
  urc: true,
})

const cmqttaccq = decoder({
  id: '+CMQTTACCQ',
  title: say('MQTT client', 'MQTT クライアントの取得'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [int('client_index', 'client', 'クライアント'), mqttResult],
  set: [
    int('client_index', 'client', 'クライアント'),
    text('clientid', 'client id', 'クライアント ID'),
    int('server_type', 'type', '種別', { 0: say('TCP', 'TCP'), 1: say('TLS', 'TLS') }),
  ],
  urc: [int('client_index', 'client', 'クライアント'), mqttResult],
})

const cmqttrel = decoder({
  id: '+CMQTTREL',
  title: say('release of an MQTT client', 'MQTT クライアントの解放'),
  does: say('Releases an MQTT client.', 'MQTT クライアントを解放します。'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [int('client_index', 'client', 'クライアント'), mqttResult],
  set: [int('client_index', 'client', 'クライアント')],
  urc: true,
})

const cmqttconnect = decoder({
  id: '+CMQTTCONNECT',
  title: say('MQTT connection', 'MQTT 接続'),
  does: say('Connects to an MQTT server.', 'MQTT サーバーに接続します。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CMQTTCONNECT:/ },
  group: 'internet',
  forms: ['set', 'read', 'test'],
  parameters: [int('client_index', 'client', 'クライアント'), mqttResult],
  set: [
    int('client_index', 'client', 'クライアント'),
    text('server_addr', 'server', 'サーバー'),
    int('keepalive_time', 'keepalive s', 'キープアライブ 秒'),
    int('clean_session', 'clean', 'クリーン'),
    secret('password', text('user_name', 'user', 'ユーザー名')),
    secret('password', text('pass_word', 'password', 'パスワード')),
  ],
  urc: true,
})

const cmqttdisc = decoder({
  id: '+CMQTTDISC',
  title: say('end of an MQTT connection', 'MQTT の切断'),
  does: say('Closes an MQTT connection.', 'MQTT 接続を切断します。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CMQTTDISC:/ },
  group: 'internet',
  parameters: [int('client_index', 'client', 'クライアント'), mqttResult],
  set: [
    int('client_index', 'client', 'クライアント'),
    int('timeout_s', 'time limit s', 'タイムアウト 秒'),
  ],
  urc: true,
})

const cmqttsub = decoder({
  id: '+CMQTTSUB',
  title: say('MQTT subscription', 'MQTT 購読'),
  does: say('Subscribes to an MQTT topic.', 'MQTT トピックを購読します。'),
  spec: 'A76XX manual',
  ends: { prompt: '> ', second: /^\+CMQTTSUB:/ },
  group: 'internet',
  parameters: [int('client_index', 'client', 'クライアント'), mqttResult],
  set: [
    int('client_index', 'client', 'クライアント'),
    int('length', 'octets', 'オクテット数'),
    int('qos', 'QoS', 'QoS'),
  ],
  urc: true,
})

const cmqttpub = decoder({
  id: '+CMQTTPUB',
  title: say('MQTT publication', 'MQTT 送信'),
  does: say('Publishes an MQTT message.', 'MQTT メッセージを送信します。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CMQTTPUB:/ },
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [int('client_index', 'client', 'クライアント'), mqttResult],
  set: [
    int('client_index', 'client', 'クライアント'),
    int('qos', 'QoS', 'QoS'),
    int('pub_timeout', 'timeout s', 'タイムアウト 秒'),
  ],
  urc: true,
})

const cmqttlost = decoder({
  id: '+CMQTTCONNLOST',
  title: say('lost MQTT connection', 'MQTT 切断'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: [],
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('cause', 'cause', '理由', {
      1: say('socket closed by the other side', '相手側から切断'),
      2: say('socket reset', 'ソケットのリセット'),
      3: say('network closed', 'ネットワークの切断'),
    }),
  ],
  urc: true,
})

const a76 = family('SIMCom A76XX/SIM7500/SIM7600 MQTT(S) Application Note', 'simcom')

export default [
  cmqttstart,
  cmqttstop,
  cmqttaccq,
  cmqttrel,
  cmqttconnect,
  cmqttdisc,
  cmqttsub,
  cmqttpub,
  cmqttlost,
  a76.setting('+CMQTTCFG', 'settings of MQTT', 'MQTT の設定', [item, client, value]),
  a76.setting('+CMQTTSSLCFG', 'TLS settings of MQTT', 'MQTT の TLS 設定', [
    client,
    int('ssl_ctx_index', 'TLS settings', 'TLS 設定番号'),
  ]),
  a76.news('+CMQTTPING', 'MQTT ping failed', 'MQTT の PING 失敗', [client, mqttResult]),
  a76.news('+CMQTTNONET', 'network lost under MQTT', 'MQTT 中にネットワークを喪失'),
]

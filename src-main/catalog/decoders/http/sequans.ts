import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  client,
  host,
  length,
  message,
  password,
  port,
  profile,
  qos,
  topic,
  user,
} from '../shared/vocabulary'

const { action, news, setting } = family(
  'Sequans Monarch 2 GM02S AT Commands Reference Manual',
  'others',
)

const code = int('rc', 'result', '結果', table('0 success|成功'))
export default [
  setting(
    '+SQNHTTPCFG',
    'settings of HTTP',
    'HTTP の設定',
    [
      profile,
      host,
      port,
      int('auth_type', 'authentication', '認証'),
      user,
      password,
      int('ssl', 'TLS', 'TLS', table('0 off|オフ', '1 on|オン')),
    ],
    { list: 'profiles' },
  ),
  action('+SQNHTTPCONNECT', 'connecting to the HTTP server', 'HTTP サーバーへの接続', [profile]),
  action('+SQNHTTPDISCONNECT', 'ending the HTTP connection', 'HTTP の切断', [profile]),
  action(
    '+SQNHTTPQRY',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [
      profile,
      int('command', 'method', 'メソッド', table('0 GET|GET', '1 HEAD|HEAD', '2 DELETE|DELETE')),
      text('resource', 'path', 'パス'),
    ],
    { ends: { second: /^\+SQNHTTPRING:/, secondMs: 120_000 } },
  ),
  action(
    '+SQNHTTPSND',
    'sending an HTTP request with data',
    'データ付き HTTP リクエストの送信',
    [
      profile,
      int('command', 'method', 'メソッド', table('0 POST|POST', '1 PUT|PUT')),
      text('resource', 'path', 'パス'),
      length,
    ],
    { ends: { prompt: '> ', second: /^\+SQNHTTPRING:/, secondMs: 120_000 } },
  ),
  news('+SQNHTTPRING', 'answer of the HTTP server', 'HTTP サーバーの応答', [
    profile,
    int('status', 'HTTP status', 'HTTP ステータス', table('0 no answer|応答なし')),
    text('content_type', 'type', '種別'),
    length,
  ]),
  action('+SQNHTTPRCV', 'reading the answer of the HTTP server', 'HTTP 応答の読み出し', [
    profile,
    length,
  ]),
  news('+SQNHTTPSH', 'HTTP connection closed', 'HTTP の切断', [profile]),
  setting(
    '+SQNSMQTTCFG',
    'settings of MQTT',
    'MQTT の設定',
    [client, text('client_id', 'client id', 'クライアント ID'), user, password, profile],
    { list: 'clients' },
  ),
  action(
    '+SQNSMQTTCONNECT',
    'connecting to the MQTT server',
    'MQTT サーバーへの接続',
    [client, host, port, int('keepalive_s', 'keepalive s', 'キープアライブ 秒')],
    { ends: { second: /^\+SQNSMQTTONCONNECT:/ } },
  ),
  action('+SQNSMQTTDISCONNECT', 'ending the MQTT connection', 'MQTT の切断', [client], {
    ends: { second: /^\+SQNSMQTTONDISCONNECT:/ },
  }),
  action(
    '+SQNSMQTTPUBLISH',
    'publishing a message',
    'メッセージの送信',
    [client, topic, qos, length],
    {
      ends: { prompt: '> ', second: /^\+SQNSMQTTONPUBLISH:/ },
    },
  ),
  action('+SQNSMQTTSUBSCRIBE', 'subscribing to a topic', 'トピックの購読', [client, topic, qos], {
    ends: { second: /^\+SQNSMQTTONSUBSCRIBE:/ },
  }),
  action('+SQNSMQTTRCVMESSAGE', 'reading an MQTT message', 'MQTT メッセージの読み出し', [
    client,
    topic,
    message,
  ]),
  news('+SQNSMQTTONCONNECT', 'MQTT connection', 'MQTT の接続', [client, code]),
  news('+SQNSMQTTONDISCONNECT', 'end of the MQTT connection', 'MQTT の切断', [client, code]),
  news('+SQNSMQTTONPUBLISH', 'message published', 'メッセージの送信完了', [client, message, code]),
  news('+SQNSMQTTONSUBSCRIBE', 'subscription', '購読の完了', [client, topic, code]),
  news('+SQNSMQTTONMESSAGE', 'MQTT message waits', 'MQTT メッセージあり', [
    client,
    topic,
    length,
    qos,
    message,
  ]),
]

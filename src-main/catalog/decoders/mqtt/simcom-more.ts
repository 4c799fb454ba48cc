import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { mqttResult } from '../shared/simcom-results'
import {
  client,
  data,
  item,
  length,
  onOff,
  qos,
  retain,
  state,
  topic,
  url,
  value,
} from '../shared/vocabulary'

const a76 = family('SIMCom A76XX/SIM7500/SIM7600 MQTT(S) Application Note', 'simcom')
const sim70 = family('SIMCom SIM7000/SIM7070 Series MQTT(S) Application Note', 'simcom')
const http70 = family('SIMCom SIM7000/SIM7070 Series HTTP(S) Application Note', 'simcom')

export default [
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
  a76.setting('+CMQTTCFG', 'settings of MQTT', 'MQTT の設定', [item, client, value]),
  a76.setting('+CMQTTSSLCFG', 'TLS settings of MQTT', 'MQTT の TLS 設定', [
    client,
    int('ssl_ctx_index', 'TLS settings', 'TLS 設定番号'),
  ]),
  a76.news('+CMQTTPING', 'MQTT ping failed', 'MQTT の PING 失敗', [client, mqttResult]),
  a76.news('+CMQTTNONET', 'network lost under MQTT', 'MQTT 中にネットワークを喪失'),
  sim70.setting('+SMCONF', 'settings of MQTT', 'MQTT の設定', [item, value]),
  sim70.action('+SMCONN', 'connecting to the MQTT server', 'MQTT サーバーへの接続'),
  sim70.action('+SMDISC', 'ending the MQTT connection', 'MQTT 接続の切断'),
  sim70.action('+SMPUB', 'publishing a message', 'メッセージの送信', [topic, length, qos, retain], {
    ends: { prompt: '> ' },
  }),
  sim70.setting('+SMPUBHEX', 'publishing as hex', '16 進での送信', [onOff]),
  sim70.action('+SMSUB', 'subscribing to a topic', 'トピックの購読', [topic, qos], {
    urc: true,
    setAnswers: false,
    parameters: [topic, data],
  }),
  sim70.action('+SMUNSUB', 'ending a subscription', 'トピックの購読解除', [topic]),
  sim70.question(
    '+SMSTATE',
    'state of MQTT',
    'MQTT の状態',
    [
      int(
        'state',
        'state',
        '状態',
        table(
          '0 disconnected|切断',
          '1 connected|接続済み',
          '2 connected, session kept|接続済み（セッション継続）',
        ),
      ),
    ],
    { urc: true },
  ),
  sim70.setting('+SMSSL', 'TLS settings of MQTT', 'MQTT の TLS 設定', [
    int('index', 'TLS settings', 'TLS 設定番号'),
    text('ca', 'CA file', 'CA ファイル'),
    text('cert', 'certificate file', '証明書ファイル'),
  ]),
  http70.setting('+SHCONF', 'settings of HTTP', 'HTTP の設定', [item, value]),
  http70.setting('+SHSSL', 'TLS settings of HTTP', 'HTTP の TLS 設定', [
    int('index', 'TLS settings', 'TLS 設定番号'),
    text('ca', 'CA file', 'CA ファイル'),
  ]),
  http70.action('+SHCONN', 'connecting to the HTTP server', 'HTTP サーバーへの接続'),
  http70.action('+SHDISC', 'ending the HTTP connection', 'HTTP 接続の切断'),
  http70.question('+SHSTATE', 'state of HTTP', 'HTTP の状態', [
    int('state', 'state', '状態', table('0 disconnected|切断', '1 connected|接続済み')),
  ]),
  http70.setting('+SHBOD', 'body of the request', 'リクエスト本文', [value, length], {
    ends: { prompt: '> ' },
  }),
  http70.setting('+SHBODEXT', 'long body of the request', '長いリクエスト本文', [length], {
    ends: { prompt: '> ' },
  }),
  http70.action('+SHAHEAD', 'adding a header', 'ヘッダーの追加', [item, value]),
  http70.action('+SHCHEAD', 'clearing the headers', 'ヘッダーの消去'),
  http70.action('+SHPARA', 'adding a parameter', 'パラメーターの追加', [item, value]),
  http70.action('+SHCPARA', 'clearing the parameters', 'パラメーターの消去'),
  http70.later(
    '+SHREQ',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [
      url,
      int(
        'type',
        'method',
        'メソッド',
        table('1 GET|GET', '2 PUT|PUT', '3 POST|POST', '4 PATCH|PATCH', '5 HEAD|HEAD'),
      ),
    ],
    [
      text('method', 'method', 'メソッド'),
      int('status_code', 'HTTP status', 'HTTP ステータス'),
      length,
    ],
    { ends: { secondMs: 120_000 } },
  ),
  http70.later(
    '+SHREAD',
    'reading the response',
    'レスポンスの読み出し',
    [int('start', 'from', '開始位置'), length],
    [length],
    {
      body: 'urc',
      answer: ([head, ...lines]) => ({
        ...(head ? { length: head.int(0, 'length') } : {}),
        ...(lines.length > 0 ? { lines: lines.map(({ line }) => line) } : {}),
      }),
    },
  ),
  http70.later(
    '+HTTPTOFS',
    'loading a URL into a file',
    'URL からファイルへのダウンロード',
    [url, text('file', 'file', 'ファイル')],
    [int('status_code', 'HTTP status', 'HTTP ステータス'), length],
    { ends: { secondMs: 120_000 } },
  ),
  http70.question('+HTTPTOFSRL', 'state of the download', 'ダウンロードの状態', [
    state,
    int('have', 'octets so far', '受信済み'),
    length,
  ]),
]

import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { item, length, state, url, value } from '../shared/vocabulary'

const { action, later, question, setting } = family(
  'SIMCom SIM7000/SIM7070 Series HTTP(S) Application Note',
  'simcom',
)

export default [
  setting('+SHCONF', 'settings of HTTP', 'HTTP の設定', [item, value]),
  setting('+SHSSL', 'TLS settings of HTTP', 'HTTP の TLS 設定', [
    int('index', 'TLS settings', 'TLS 設定番号'),
    text('ca', 'CA file', 'CA ファイル'),
  ]),
  action('+SHCONN', 'connecting to the HTTP server', 'HTTP サーバーへの接続'),
  action('+SHDISC', 'ending the HTTP connection', 'HTTP 接続の切断'),
  question('+SHSTATE', 'state of HTTP', 'HTTP の状態', [
    int('state', 'state', '状態', table('0 disconnected|切断', '1 connected|接続済み')),
  ]),
  setting('+SHBOD', 'body of the request', 'リクエスト本文', [value, length], {
    ends: { prompt: '> ' },
  }),
  setting('+SHBODEXT', 'long body of the request', '長いリクエスト本文', [length], {
    ends: { prompt: '> ' },
  }),
  action('+SHAHEAD', 'adding a header', 'ヘッダーの追加', [item, value]),
  action('+SHCHEAD', 'clearing the headers', 'ヘッダーの消去'),
  action('+SHPARA', 'adding a parameter', 'パラメーターの追加', [item, value]),
  action('+SHCPARA', 'clearing the parameters', 'パラメーターの消去'),
  later(
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
  later(
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
  later(
    '+HTTPTOFS',
    'loading a URL into a file',
    'URL からファイルへのダウンロード',
    [url, text('file', 'file', 'ファイル')],
    [int('status_code', 'HTTP status', 'HTTP ステータス'), length],
    { ends: { secondMs: 120_000 } },
  ),
  question('+HTTPTOFSRL', 'state of the download', 'ダウンロードの状態', [
    state,
    int('have', 'octets so far', '受信済み'),
    length,
  ]),
]

import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, host, length, password, port, profile, timeoutS, user } from '../shared/vocabulary'

const { action, news, setting } = family(
  'Telit LE910Cx/ME910C1 AT Commands Reference Guide, HTTP Client',
  'telit',
)

const resource = text('resource', 'path', 'パス')
const query = int(
  'command',
  'method',
  'メソッド',
  table('0 GET|GET', '1 HEAD|HEAD', '2 DELETE|DELETE'),
)
const send = int('command', 'method', 'メソッド', table('0 POST|POST', '1 PUT|PUT'))
/** The answer of the server comes as a line of its own after OK. */
const answered = { second: /^#HTTPRING:/, secondMs: 120_000 }

export default [
  setting(
    '#HTTPCFG',
    'settings of HTTP',
    'HTTP の設定',
    [
      profile,
      host,
      port,
      int('auth_type', 'authentication', '認証', table('0 none|なし', '1 basic|Basic')),
      user,
      password,
      int('ssl', 'TLS', 'TLS', table('0 off|オフ', '1 on|オン')),
      timeoutS,
      cid,
    ],
    { list: 'profiles' },
  ),
  action(
    '#HTTPQRY',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [profile, query, resource],
    {
      ends: answered,
    },
  ),
  action(
    '#HTTPSND',
    'sending an HTTP request with data',
    'データ付き HTTP リクエストの送信',
    [profile, send, resource, length],
    { ends: { prompt: '>>>', ...answered } },
  ),
  action('#HTTPRCV', 'reading the answer of the HTTP server', 'HTTP 応答の読み出し', [
    profile,
    int('max_length', 'octets at most', '最大オクテット数'),
  ]),
  news('#HTTPRING', 'answer of the HTTP server', 'HTTP サーバーの応答', [
    profile,
    int('status', 'HTTP status', 'HTTP ステータス', table('0 no answer|応答なし')),
    text('content_type', 'type', '種別'),
    length,
  ]),
]

import { int } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, data, host, length, onOff, port } from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Telit xE910 AT Commands Reference Guide and SSL/TLS User Guide',
  'telit',
)

const socket = int('ssid', 'TLS socket', 'TLS ソケット')
const each = { list: 'sockets' }
const verify = int(
  'auth_mode',
  'verification',
  '検証',
  table('0 none|なし', '1 server|サーバー', '2 server and client|サーバーとクライアント'),
)
const kind = int(
  'type',
  'kind',
  '種別',
  table(
    '0 client certificate|クライアント証明書',
    '1 CA certificate|CA 証明書',
    '2 client key|クライアント鍵',
  ),
)

export default [
  setting('#SSLEN', 'TLS of a socket', 'ソケットの TLS', [socket, onOff], each),
  setting(
    '#SSLCFG',
    'settings of a TLS socket',
    'TLS ソケットの設定',
    [
      socket,
      cid,
      int('packet_size', 'packet size', 'パケットサイズ'),
      int('inactivity_s', 'inactivity s', '無通信タイムアウト 秒'),
      int('default_tenths', 'time limit 1/10 s', 'タイムアウト 1/10 秒'),
      int('send_tenths', 'send after 1/10 s', '送信待ち 1/10 秒'),
      int('sring_mode', 'SSLSRING', 'SSLSRING'),
    ],
    each,
  ),
  setting(
    '#SSLSECCFG',
    'security of a TLS socket',
    'TLS ソケットのセキュリティ',
    [socket, int('cipher_suite', 'cipher suite', '暗号スイート'), verify],
    each,
  ),
  setting(
    '#SSLSECCFG2',
    'TLS version of a socket',
    'ソケットの TLS バージョン',
    [socket, int('version', 'version', 'バージョン')],
    each,
  ),
  setting(
    '#SSLSECDATA',
    'certificates and keys',
    '証明書と鍵',
    [
      socket,
      int(
        'action',
        'what to do',
        '動作',
        table('0 delete|削除', '1 store|書き込み', '2 read|読み出し'),
      ),
      kind,
      length,
    ],
    { ends: { prompt: '> ' } },
  ),
  action('#SSLD', 'opening a TLS socket', 'TLS ソケットの接続', [
    socket,
    port,
    host,
    int('closure_type', 'how it is closed', '切断方法'),
    int(
      'conn_mode',
      'mode',
      'モード',
      table('0 data mode|データモード', '1 command mode|コマンドモード'),
    ),
  ]),
  action('#SSLO', 'leaving the suspended state of a TLS socket', 'TLS ソケットの再開', [socket]),
  action('#SSLH', 'closing a TLS socket', 'TLS ソケットの切断', [socket]),
  action('#SSLFASTD', 'opening a TLS socket again', 'TLS ソケットの再接続', [socket]),
  action('#SSLSEND', 'sending on a TLS socket', 'TLS ソケットへの送信', [socket], {
    ends: { prompt: '> ' },
  }),
  action('#SSLSENDEXT', 'sending on a TLS socket', 'TLS ソケットへの送信', [socket, length], {
    ends: { prompt: '> ' },
  }),
  action(
    '#SSLRECV',
    'reading what a TLS socket received',
    'TLS ソケット受信データの読み出し',
    [socket, length],
    {
      parameters: [length],
      body: 'answer',
      asks: true,
      answer: ([head, ...lines]) => ({
        length: head?.int(0, 'length'),
        ...(lines.length > 0 ? { data: lines.map(({ line }) => line).join('\n') } : {}),
      }),
    },
  ),
  question(
    '#SSLS',
    'state of a TLS socket',
    'TLS ソケットの状態',
    [socket, int('state', 'state', '状態'), int('cipher_suite', 'cipher suite', '暗号スイート')],
    { set: [socket], ...each },
  ),
  question(
    '#SSLI',
    'traffic of a TLS socket',
    'TLS ソケットの通信量',
    [
      socket,
      int('sent', 'sent', '送信'),
      int('received', 'received', '受信'),
      int('waiting', 'waiting to be read', '未読'),
    ],
    { set: [socket], ...each },
  ),
  news(
    'SSLSRING',
    'data waits on a TLS socket',
    'TLS ソケットに受信データあり',
    [socket, length, data],
    {
      prefixes: ['SSLSRING'],
    },
  ),
]

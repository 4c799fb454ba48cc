import { int, say, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { display } from '../shared/join'
import {
  address,
  data,
  error,
  file,
  host,
  length,
  localPort,
  port,
  profile,
  socket,
  timeoutS,
  value,
} from '../shared/vocabulary'

const { action, later, news, question } = family('u-blox SARA/LARA AT commands manual', 'u-blox')

const protocol = int('protocol', 'protocol', 'プロトコル', table('6 TCP|TCP', '17 UDP|UDP'))
const own = int(
  'async',
  'answer before it is done',
  '完了前に応答',
  table('0 no|しない', '1 yes|する'),
)
const prompt = { ends: { prompt: '@' }, parameters: [socket, length] }
const result = int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功'))
const httpCommand = int(
  'command',
  'request',
  'リクエスト',
  table(
    '0 HEAD|HEAD',
    '1 GET|GET',
    '2 DELETE|DELETE',
    '3 PUT|PUT',
    '4 POST of a file|POST（ファイル）',
    '5 POST|POST',
    '100 GET of a firmware update|GET（ファームウェア更新）',
  ),
)
const tag = int(
  'tag',
  'item',
  '項目',
  table(
    '0 kind of address|アドレス種別',
    '1 APN|APN',
    '2 user name|ユーザー名',
    '3 password|パスワード',
    '4 DNS 1|DNS 1',
    '5 DNS 2|DNS 2',
    '6 authentication|認証方式',
    '7 address|アドレス',
    '8 data compression|データ圧縮',
    '9 header compression|ヘッダー圧縮',
    '100 context|cid',
  ),
)
/** By the list of the manual's appendix, which has the numbers of POSIX as Linux counts them. */
const socketErrors = table(
  '0 none|なし',
  '1 not allowed|許可されていない操作',
  '9 the socket is not open|ソケットが開いていない',
  '11 would have to wait|即時に実行できない',
  '12 no memory|メモリー不足',
  '22 wrong value|値が不正',
  '32 the connection was closed|接続が閉じられた',
  '98 the address is in use|アドレスが使用中',
  '103 the connection was given up|接続が中断された',
  '104 the server reset the connection|サーバーが接続をリセットした',
  '105 no buffer|バッファー不足',
  '107 not connected|未接続',
  '110 no answer from the server in time|サーバーが時間内に応答しない',
  '111 the server refused the connection|サーバーが接続を拒否した',
  '112 the server is down|サーバーが停止している',
  '113 no route to the server|サーバーへの経路がない',
  '115 still connecting|接続処理中',
)
/** AT+UPSND has numbers of its own. */
const asked = int(
  'param',
  'item',
  '項目',
  table('0 address|アドレス', '1 DNS 1|DNS 1', '2 DNS 2|DNS 2', '8 activation state|有効状態'),
)

export default [
  action('+USOCR', 'opening a new socket', 'ソケットの作成', [protocol, localPort], {
    parameters: [socket],
  }),
  action('+USOCO', 'connecting a socket', 'ソケットの接続', [socket, host, port, own]),
  action('+USOCL', 'closing a socket', 'ソケットの切断', [socket, own]),
  question('+USOER', 'last error of a socket', 'ソケットの直近エラー', [
    int('socket_error', 'error', 'エラー', socketErrors),
  ]),
  action(
    '+USORD',
    'reading what a socket received',
    'ソケット受信データの読み出し',
    [socket, length],
    {
      parameters: [socket, length, data],
    },
  ),
  action('+USOWR', 'sending on a socket', 'ソケットへの送信', [socket, length, data], prompt),
  action('+USOST', 'sending a datagram', 'UDP の送信', [socket, host, port, length, data], prompt),
  later(
    '+UPING',
    'sending pings',
    'ping の送信',
    [
      host,
      int('retries', 'how many', '回数'),
      int('size', 'octets', 'オクテット数'),
      int('timeout_ms', 'time limit ms', 'タイムアウト ms'),
      int('ttl', 'TTL', 'TTL'),
    ],
    [],
    { ends: { second: /^\+UUPING(?:ER)?:/, last: /^\+UUPINGER:/ } },
  ),
  later(
    '+UHTTPC',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [profile, httpCommand, text('path', 'path', 'パス'), file],
    [],
    { ends: { second: /^\+UUHTTPCR:/, secondMs: 180_000 } },
  ),
  later(
    '+ULOC',
    'searching for the position',
    '測位',
    [
      int('mode', 'mode', 'モード'),
      int('sensor', 'sensor', 'センサー'),
      int('response_type', 'form of the answer', '応答形式'),
      timeoutS,
      int('accuracy_m', 'accuracy m', '精度 m'),
    ],
    [],
    { ends: { second: /^\+UULOC:/, secondMs: 180_000 } },
  ),
  question('+UPSD', 'settings of an internal context', '内蔵コンテキストの設定', [profile, tag], {
    set: [profile, tag],
    asks: false,
  }),
  question(
    '+UPSND',
    'state of an internal context',
    '内蔵コンテキストの状態',
    [profile, asked, value],
    {
      set: [profile, asked],
      row: (row) => {
        const param = row.int(1, 'param')
        if (param !== 8) row.mark(2, 'address')
        return { profile: row.int(0, 'profile'), param, value: row.text(2) }
      },
      explain: ({ profile: number, param, value: up }, { form }) => {
        if (form === 'test' || param !== 8) return undefined
        const n = display(number)
        return up === '1'
          ? { words: say(`Internal context ${n} is active.`, `内蔵コンテキスト ${n} は有効です。`) }
          : {
              words: say(
                `Internal context ${n} is not active.`,
                `内蔵コンテキスト ${n} は無効です。`,
              ),
              severity: 'notice',
            }
      },
    },
  ),
  action('+UPSDA', 'changing an internal context', '内蔵コンテキストの操作', [
    profile,
    int(
      'action',
      'what to do',
      '動作',
      table(
        '0 reset|リセット',
        '1 store|保存',
        '2 load|読み込み',
        '3 activate|有効化',
        '4 deactivate|無効化',
      ),
    ),
  ]),
  news('+UUPSDA', 'internal context activated', '内蔵コンテキストの接続', [
    int('result', 'result', '結果', table('0 success|成功')),
    address,
  ]),
  news('+UUSORD', 'data waits on a socket', 'ソケットにデータあり', [socket, length]),
  news('+UUPING', 'ping answered', 'ping の応答', [
    int('retry', 'number', '番号'),
    int('size', 'octets', 'オクテット数'),
    host,
    address,
    int('ttl', 'TTL', 'TTL'),
    int('rtt_ms', 'round trip ms', '往復時間 ms'),
  ]),
  news('+UUPINGER', 'ping failed', 'ping の失敗', [error]),
  news('+UUHTTPCR', 'HTTP request finished', 'HTTP リクエストの完了', [
    profile,
    httpCommand,
    result,
    int('status', 'status', 'ステータス'),
  ]),
  news('+UUMQTTC', 'MQTT command finished', 'MQTT コマンドの完了', [
    int('command', 'command', 'コマンド'),
    result,
  ]),
  news('+UULOC', 'position found', '測位結果'),
]

import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { ftpOp, httpOp, mqttOp, tlsOp } from '../shared/ublox-items'
import {
  address,
  cid,
  file,
  host,
  length,
  message,
  mode,
  onOff,
  port,
  profile,
  qos,
  retain,
  socket,
  timeoutS,
  topic,
  value,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'u-blox SARA/LARA/TOBY AT Commands Manual',
  'u-blox',
)
const result = int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功'))
const socketItem = int(
  'param',
  'what',
  '項目',
  table(
    '0 kind|種別',
    '1 last error|直近のエラー',
    '2 octets sent|送信量',
    '3 octets received|受信量',
    '4 other side|相手',
    '10 TCP state|TCP の状態',
    '11 not acknowledged|未確認量',
  ),
)
/** RFC 9293, 3.3.2, in the manual's order (25.25). */
const tcpState = int(
  'tcp_state',
  'state',
  '状態',
  table(
    '0 inactive|未使用',
    '1 LISTEN|LISTEN',
    '2 SYN_SENT|SYN_SENT',
    '3 SYN_RCVD|SYN_RCVD',
    '4 ESTABLISHED|ESTABLISHED',
    '5 FIN_WAIT_1|FIN_WAIT_1',
    '6 FIN_WAIT_2|FIN_WAIT_2',
    '7 CLOSE_WAIT|CLOSE_WAIT',
    '8 CLOSING|CLOSING',
    '9 LAST_ACK|LAST_ACK',
    '10 TIME_WAIT|TIME_WAIT',
  ),
)
const sim = int(
  'state',
  'SIM',
  'SIM',
  table(
    '0 absent|なし',
    '1 PIN needed|PIN が必要',
    '2 PIN blocked|PIN ブロック',
    '3 PUK blocked|PUK ブロック',
    '4 not operational|動作不可',
    '5 restricted|制限付き',
    '6 operational|動作中',
    '7 phone book ready|電話帳の準備完了',
    '8 USIM phone book ready|USIM 電話帳の準備完了',
    '9 toolkit refresh done|ツールキットの更新完了',
    '10 toolkit refresh failed|ツールキットの更新失敗',
    '11 PPP connection active|PPP 接続中',
    '12 voice call active|音声通話中',
    '13 data call active|データ通話中',
  ),
)

export default [
  setting('+USOSO', 'option of a socket', 'ソケットのオプション', [
    socket,
    int('level', 'level', '階層'),
    int('option', 'option', 'オプション'),
    value,
  ]),
  question('+USOGO', 'option of a socket', 'ソケットのオプション', [value], {
    set: [socket, int('level', 'level', '階層'), int('option', 'option', 'オプション')],
  }),
  action('+USOLI', 'listening for connections', '接続の待ち受け', [socket, port]),
  action('+USODL', 'switching a socket to transparent mode', 'ソケットの透過モード切り替え', [
    socket,
  ]),
  action('+USORF', 'reading a datagram', 'UDP 受信データの読み出し', [socket, length], {
    parameters: [socket, address, port, length, text('data', 'data', 'データ')],
  }),
  question('+USOCTL', 'state of a socket', 'ソケットの状態', [socket, socketItem, value], {
    set: [socket, int('param', 'what', '項目')],
    parameters: [socket, socketItem, value, tcpState],
    row: (row) => ({
      socket: row.int(0, 'socket'),
      param: row.int(1, 'param'),
      // The state of a TCP socket is a number with a name of its own.
      ...(row.int(1, 'param') === 10
        ? { tcp_state: row.int(2, 'tcp_state') }
        : {
            value:
              row.fields
                .slice(2)
                .map((field) => field.text)
                .join(',') || null,
          }),
    }),
  }),
  setting('+USOSEC', 'TLS of a socket', 'ソケットの TLS', [socket, onOff, profile]),
  news('+UUSORF', 'datagram waits on a socket', 'ソケットに UDP データあり', [socket, length]),
  news('+UUSOLI', 'connection from a client', 'クライアントからの接続', [
    socket,
    address,
    port,
    int('listening', 'server socket', 'サーバーソケット'),
    secret('address', text('local', 'own address', '自アドレス')),
    int('local_port', 'own port', '自ポート番号'),
  ]),
  news('+UUSOCO', 'connection of a socket finished', 'ソケット接続の完了', [
    socket,
    int('socket_error', 'error', 'エラー', table('0 none|なし')),
  ]),
  action(
    '+UDNSRN',
    'looking up a name or an address',
    '名前・アドレスの検索',
    [
      int(
        'type',
        'kind',
        '種別',
        table('0 name to address|名前からアドレス', '1 address to name|アドレスから名前'),
      ),
      host,
    ],
    { parameters: [text('answer', 'answer', '応答')] },
  ),
  setting('+UHTTP', 'settings of HTTP', 'HTTP の設定', [profile, httpOp, value]),
  question(
    '+UHTTPER',
    'last HTTP error',
    '直近の HTTP エラー',
    [profile, int('class', 'class', '分類'), int('code', 'code', 'コード')],
    { set: [profile] },
  ),
  setting('+UMQTT', 'settings of MQTT', 'MQTT の設定', [mqttOp, value]),
  setting('+UMQTTNV', 'stored settings of MQTT', 'MQTT 設定の保存', [
    int('op', 'what to do', '動作', table('0 factory|初期値', '1 load|読み込み', '2 store|保存')),
  ]),
  later(
    '+UMQTTC',
    'running an MQTT command',
    'MQTT コマンドの実行',
    [
      int(
        'command',
        'command',
        'コマンド',
        table(
          '0 log out|ログアウト',
          '1 log in|ログイン',
          '2 publish|送信',
          '3 publish a file|ファイル送信',
          '4 subscribe|購読',
          '5 end a subscription|購読解除',
          '6 read messages|受信読み出し',
          '7 form of messages|受信形式',
          '8 ping|PING',
          '9 publish octets|バイナリ送信',
        ),
      ),
      qos,
      retain,
      topic,
    ],
    [int('command', 'command', 'コマンド'), result],
    { urc: true, setAnswers: true, ends: { second: /^\+UUMQTTC:/ } },
  ),
  question('+UMQTTER', 'last MQTT error', '直近の MQTT エラー', [
    int('class', 'class', '分類'),
    int('code', 'code', 'コード'),
  ]),
  setting('+UFTP', 'settings of FTP', 'FTP の設定', [ftpOp, value]),
  action(
    '+UFTPC',
    'running an FTP command',
    'FTP コマンドの実行',
    [
      int(
        'command',
        'command',
        'コマンド',
        table(
          '0 log out|ログアウト',
          '1 log in|ログイン',
          '2 delete a file|ファイル削除',
          '3 rename a file|名前変更',
          '4 get a file|ファイル取得',
          '5 put a file|ファイル送信',
          '6 get a file directly|ファイル直接取得',
          '7 put a file directly|ファイル直接送信',
          '8 change folder|フォルダー変更',
          '10 make a folder|フォルダー作成',
          '11 delete a folder|フォルダー削除',
          '13 file information|ファイル情報',
          '14 list|一覧',
        ),
      ),
    ],
    { ends: { second: /^\+UUFTPCR:/, secondMs: 180_000 } },
  ),
  news('+UUFTPCR', 'FTP command finished', 'FTP コマンドの完了', [
    int('command', 'command', 'コマンド'),
    result,
  ]),
  question('+UFTPER', 'last FTP error', '直近の FTP エラー', [
    int('class', 'class', '分類'),
    int('code', 'code', 'コード'),
  ]),
  setting('+USECPRF', 'TLS profile', 'TLS プロファイル', [profile, tlsOp, value]),
  setting(
    '+USECMNG',
    'certificates and keys',
    '証明書と鍵',
    [
      int(
        'op',
        'what to do',
        '動作',
        table(
          '0 load|書き込み',
          '1 load from a file|ファイルから書き込み',
          '2 delete|削除',
          '3 list|一覧',
          '4 checksum|チェックサム',
        ),
      ),
      int(
        'type',
        'kind',
        '種別',
        table(
          '0 CA certificate|CA 証明書',
          '1 client certificate|クライアント証明書',
          '2 client key|クライアント鍵',
          '3 server certificate|サーバー証明書',
        ),
      ),
      text('name', 'name', '名前'),
    ],
    { ends: { prompt: '>' } },
  ),
  action('+UDWNFILE', 'loading a file into the modem', 'モデムへのファイル送信', [file, length], {
    ends: { prompt: '>' },
  }),
  action('+URDFILE', 'reading a file', 'ファイルの読み出し', [file], {
    parameters: [file, length, text('data', 'data', 'データ')],
  }),
  action(
    '+URDBLOCK',
    'reading a part of a file',
    'ファイルの部分読み出し',
    [file, int('offset', 'from', '開始位置'), length],
    { parameters: [file, length, text('data', 'data', 'データ')] },
  ),
  action('+UDELFILE', 'deleting a file', 'ファイルの削除', [file]),
  question('+ULSTFILE', 'files', 'ファイルの一覧', [text('name', 'names', '名前')], {
    set: [mode, file],
    row: (row) => ({ names: row.fields.map((field) => field.text) }),
  }),
  setting('+UBANDSEL', 'bands', 'バンド', [int('band', 'band', 'バンド')]),
  setting('+UGPIOC', 'use of a GPIO', 'GPIO の用途', [int('gpio', 'GPIO', 'GPIO'), mode], {
    free: true,
  }),
  question(
    '+UGPIOR',
    'level of a GPIO',
    'GPIO のレベル',
    [int('gpio', 'GPIO', 'GPIO'), int('level', 'level', 'レベル')],
    { set: [int('gpio', 'GPIO', 'GPIO')] },
  ),
  setting('+UGPIOW', 'level of a GPIO', 'GPIO のレベル', [
    int('gpio', 'GPIO', 'GPIO'),
    int('level', 'level', 'レベル'),
  ]),
  setting('+USTS', 'smart temperature supervisor', '温度監視', [mode]),
  news('+UUSTS', 'temperature event', '温度イベント', [
    mode,
    int(
      'event',
      'event',
      'イベント',
      table(
        '-2 below the lower limit, shutting down|下限未満（停止）',
        '-1 near the lower limit|下限付近',
        '0 normal|正常',
        '1 near the upper limit|上限付近',
        '2 above the upper limit, shutting down|上限超過（停止）',
      ),
    ),
  ]),
  setting('+USIMSTAT', 'reports of the SIM state', 'SIM 状態の通知', [mode]),
  news('+UUSIMSTAT', 'SIM state changed', 'SIM 状態の変化', [sim]),
  setting(
    '+UREG',
    'packet service state',
    'パケットサービスの状態',
    [
      int('n', 'reports', '通知'),
      int(
        'state',
        'service',
        'サービス',
        table(
          '0 none|なし',
          '1 GPRS|GPRS',
          '2 EDGE|EDGE',
          '3 WCDMA|WCDMA',
          '4 HSDPA|HSDPA',
          '5 HSUPA|HSUPA',
          '6 HSPA|HSPA',
          '7 LTE|LTE',
          '9 NB-IoT|NB-IoT',
        ),
      ),
    ],
    { urc: [int('state', 'service', 'サービス')], isUnsolicited: (row) => row.count === 1 },
  ),
  setting('+UCELLINFO', 'cell information', 'セル情報', [mode]),
  setting('+UFWUPD', 'firmware update', 'ファームウェア更新', [mode]),
  later(
    '+UFWINSTALL',
    'starting a firmware installation',
    'ファームウェアの適用',
    [],
    [int('percent', '%', '%')],
    { ends: {} },
  ),
  news('+UUFWINSTALL', 'progress of the firmware installation', 'ファームウェア適用の経過', [
    int('percent', '%', '%'),
  ]),
  setting('+UPSMR', 'reports of PSM', 'PSM の通知', [onOff]),
  news('+UUPSMR', 'PSM', 'PSM の出入り', [
    int(
      'state',
      'PSM',
      'PSM',
      table(
        '0 left|復帰',
        '1 entered|移行',
        '2 prevented|移行不可',
        '3 kept from deep sleep by a client|ディープスリープ不可（クライアント）',
      ),
    ),
  ]),
  setting('+UPSMVER', 'version of PSM', 'PSM の版', [mode]),
  setting('+UANTR', 'antenna detection', 'アンテナ検出', [mode]),
  setting('+UTEST', 'radio test', '無線テスト', [mode]),
  setting('+UDOPN', 'operator name', '事業者名', [
    int('type', 'kind', '種別'),
    text('name', 'name', '名称'),
  ]),
  setting('+UMETRIC', 'counters', '統計', [cid, timeoutS, message]),
]

import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  address,
  data,
  host,
  item,
  length,
  mode,
  port,
  state,
  timeoutS,
  url,
  value,
} from '../shared/vocabulary'
import { behindSocket, sentOn, sentTo } from '../shared/nordic-generations'

const { action, news, question, setting } = family(
  'Nordic nRF Connect SDK serial_lte_modem / Serial Modem AT commands',
  'nordic',
)
const socket = int('handle', 'socket', 'ソケット')
const status = int('status', 'state', '状態', table('0 disconnected|切断', '1 connected|接続済み'))
const form = text('form', 'form', '形式')
const sent = [int('size', 'octets sent', '送信オクテット数')]
const received = [int('size', 'octets received', '受信オクテット数')]

export default [
  question('#XSLMVER', 'version of the application', 'アプリケーションの版', [
    text('ncs', 'nRF Connect SDK', 'nRF Connect SDK'),
    text('libmodem', 'libmodem', 'libmodem'),
  ]),
  setting('#XSLEEP', 'sleep', 'スリープ', [
    int('mode', 'mode', 'モード', table('1 deep sleep|ディープスリープ', '2 idle|アイドル')),
  ]),
  action('#XSHUTDOWN', 'switching the modem off', 'モデムの電源オフ'),
  action('#XRESET', 'restarting the device', 'デバイスの再起動'),
  action('#XMODEMRESET', 'restarting the modem', 'モデムの再起動', [], {
    parameters: [int('result', 'result', '結果', table('0 success|成功'))],
    urc: true,
    isUnsolicited: () => false,
  }),
  question('#XUUID', 'device number', 'デバイスの UUID', [text('uuid', 'UUID', 'UUID')]),
  setting('#XDATACTRL', 'end of data mode', 'データモードの終了', [
    int('time_limit_ms', 'ms', 'ms'),
  ]),
  news('#XDATAMODE', 'data mode ended', 'データモードの終了', [
    int('status', 'result', '結果', table('0 left|終了', '-1 sending failed|送信失敗')),
  ]),
  setting(
    '#XSOCKET',
    'socket',
    'ソケット',
    [
      socket,
      int('type', 'type', '種別', table('1 TCP|TCP', '2 UDP|UDP', '3 raw|RAW')),
      int('protocol', 'protocol', 'プロトコル', table('6 TCP|TCP', '17 UDP|UDP')),
    ],
    {
      // Before v2 the role stood between type and protocol.
      // Asked, v2 gives the socket, its family, role, type and context.
      row: (row, asked) => ({
        socket: row.int(0, 'socket'),
        ...(asked.form === 'read' && row.count > 4
          ? { type: row.int(3, 'type'), cid: row.int(4, 'context') }
          : {
              type: row.int(1, 'type'),
              protocol: row.int(row.count > 3 ? 3 : 2, 'protocol'),
            }),
      }),
      set: [
        int(
          'op',
          'what to do',
          '動作',
          table('0 close|切断', '1 open IPv4|IPv4 で開く', '2 open IPv6|IPv6 で開く'),
        ),
        int('type', 'type', '種別', table('1 TCP|TCP', '2 UDP|UDP', '3 raw|RAW')),
        int('role', 'role', '役割', table('0 client|クライアント', '1 server|サーバー')),
      ],
    },
  ),
  setting(
    '#XSSOCKET',
    'TLS socket',
    'TLS ソケット',
    [
      socket,
      int('type', 'type', '種別', table('1 TLS|TLS', '2 DTLS|DTLS')),
      int(
        'protocol',
        'protocol',
        'プロトコル',
        table('258 TLS 1.2|TLS 1.2', '273 DTLS 1.2|DTLS 1.2'),
      ),
    ],
    {
      set: [
        int(
          'op',
          'what to do',
          '動作',
          table('0 close|切断', '1 open IPv4|IPv4 で開く', '2 open IPv6|IPv6 で開く'),
        ),
        int('type', 'type', '種別'),
        int('role', 'role', '役割'),
        int('sec_tag', 'security tag', 'セキュリティタグ'),
      ],
    },
  ),
  setting('#XSOCKETSELECT', 'socket in use', '使用するソケット', [socket]),
  setting('#XSOCKETOPT', 'option of a socket', 'ソケットのオプション', [mode, item, value]),
  setting('#XSSOCKETOPT', 'option of a TLS socket', 'TLS ソケットのオプション', [
    mode,
    item,
    value,
  ]),
  action('#XBIND', 'binding a socket to a port', 'ソケットの bind', [port]),
  action('#XCONNECT', 'connecting a socket', 'ソケットの接続', [socket, host, port], {
    parameters: [socket, status],
    setFacts: (row) => behindSocket(row, row.count > 2, [host, port]),
    row: (row) => behindSocket(row, row.count > 1, [status]),
  }),
  action('#XLISTEN', 'listening for connections', '接続の待ち受け'),
  action('#XACCEPT', 'taking a connection', '接続の受け入れ', [timeoutS], {
    parameters: [socket, address],
  }),
  action('#XSEND', 'sending on a socket', 'ソケットへの送信', [socket, form, data], {
    parameters: [socket, ...sent],
    setFacts: sentOn,
    row: (row) => (row.count > 2 ? { handle: row.int(0), size: row.int(2) } : { size: row.int(0) }),
  }),
  action('#XRECV', 'receiving from a socket', 'ソケットからの受信', [timeoutS], {
    parameters: received,
    body: 'answer',
    answer: ([head, ...lines]) => ({
      ...(head ? { size: head.int(0, 'size') } : {}),
      ...(lines.length > 0 ? { lines: lines.map(({ line }) => line) } : {}),
    }),
  }),
  action('#XSENDTO', 'sending a datagram', 'UDP の送信', [socket, form, host, port, data], {
    parameters: [socket, ...sent],
    setFacts: sentTo,
    row: (row) => (row.count > 2 ? { handle: row.int(0), size: row.int(2) } : { size: row.int(0) }),
  }),
  news('#XSENDNTF', 'what was sent was acknowledged', '送信の確認応答', [
    socket,
    int('status', 'result', '結果', table('0 success|成功')),
    ...sent,
  ]),
  action('#XRECVFROM', 'receiving a datagram', 'UDP の受信', [timeoutS], {
    parameters: [...received, address, port],
  }),
  action('#XPOLL', 'waiting for sockets', 'ソケットの待機', [int('timeout_ms', 'ms', 'ms')], {
    parameters: [socket, text('events', 'events', 'イベント')],
    urc: true,
    isUnsolicited: () => false,
  }),
  action('#XGETADDRINFO', 'looking up a name', '名前の検索', [host], { parameters: [address] }),
  action(
    '#XPING',
    'sending pings from the modem',
    'モデムからの ping 送信',
    [
      host,
      length,
      int('timeout_ms', 'time limit ms', 'タイムアウト ms'),
      int('count', 'count', '回数'),
    ],
    {
      urc: true,
      setAnswers: false,
      parameters: [text('time', 'time', '時間')],
      ends: { second: /^#XPING:/ },
    },
  ),
  setting('#XTCPSVR', 'TCP server', 'TCP サーバー', [socket, text('event', 'event', 'イベント')], {
    urc: true,
    isUnsolicited: (row) => row.fields[1]?.quoted === true,
    set: [int('op', 'what to do', '動作', table('0 stop|停止', '1 start|開始')), port],
  }),
  setting(
    '#XTCPCLI',
    'TCP client',
    'TCP クライアント',
    [socket, text('event', 'event', 'イベント')],
    {
      urc: true,
      isUnsolicited: (row) => row.fields[1]?.quoted === true,
      set: [
        int(
          'op',
          'what to do',
          '動作',
          table('0 disconnect|切断', '1 connect|接続', '2 connect by IPv6|IPv6 で接続'),
        ),
        host,
        port,
      ],
    },
  ),
  action('#XTCPSEND', 'sending over TCP', 'TCP の送信', [data], {
    parameters: sent,
    urc: true,
    setAnswers: true,
  }),
  action('#XTCPHANGUP', 'closing the TCP client', 'TCP クライアントの切断', [socket]),
  news('#XTCPDATA', 'data received over TCP', 'TCP の受信データ', received),
  setting('#XUDPSVR', 'UDP server', 'UDP サーバー', [socket, text('event', 'event', 'イベント')], {
    urc: true,
    set: [mode, port],
  }),
  setting(
    '#XUDPCLI',
    'UDP client',
    'UDP クライアント',
    [socket, text('event', 'event', 'イベント')],
    { urc: true, set: [mode, host, port] },
  ),
  action('#XUDPSEND', 'sending over UDP', 'UDP の送信', [data], { parameters: sent }),
  news('#XUDPDATA', 'data received over UDP', 'UDP の受信データ', [...received, address, port]),
  setting(
    '#XHTTPCCON',
    'connection to an HTTP server',
    'HTTP サーバーとの接続',
    [status, host, port],
    {
      set: [
        int('op', 'what to do', '動作', table('0 disconnect|切断', '1 connect|接続')),
        host,
        port,
      ],
      urc: true,
      isUnsolicited: () => false,
    },
  ),
  action(
    '#XHTTPCREQ',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [
      text('method', 'method', 'メソッド'),
      url,
      text('headers', 'headers', 'ヘッダー'),
      text('type', 'type', '種別'),
      length,
    ],
    {
      parameters: [state],
      urc: true,
      setAnswers: true,
      // Head and body come by themselves, each with its count behind it.
      ends: {
        second: /^(?:HTTP\/1\.\d \d{3}|Content-Length: *\d|#XHTTPCRSP: *\d+, *[01])/i,
        last: /^#XHTTPCRSP: *\d+, *1/,
        secondMs: 120_000,
      },
    },
  ),
  news(
    '#XHTTPCRSP',
    'HTTP response',
    'HTTP の応答',
    [length, int('state', 'state', '状態', table('0 more to come|続きあり', '1 complete|完了'))],
    { row: (row) => ({ length: row.int(0, 'length'), state: row.int(1, 'state') }) },
  ),
  setting('#XGNSS', 'GNSS', 'GNSS の状態', [mode, state], {
    urc: true,
    isUnsolicited: () => false,
  }),
  setting('#XNRFCLOUD', 'nRF Cloud', 'nRF Cloud との接続', [mode, state], {
    urc: true,
    isUnsolicited: () => false,
  }),
  setting('#XCMUX', 'multiplexer', 'マルチプレクサ', [
    int('channel', 'AT channel', 'AT チャネル'),
    int('channels', 'channels', 'チャネル数'),
  ]),
  setting(
    '#XPPP',
    'PPP',
    'PPP の状態',
    [
      int('running', 'PPP', 'PPP', table('0 stopped|停止', '1 running|動作中')),
      int(
        'connected',
        'other side',
        '相手',
        table('0 not connected|未接続', '1 connected|接続済み'),
      ),
      int('pdn', 'context', 'コンテキスト'),
    ],
    { urc: true, isUnsolicited: () => false },
  ),
  setting('#XSMS', 'SMS', 'SMS の送受信', [mode, data], {
    urc: [
      text('timestamp', 'time', '時刻'),
      secret('number', text('number', 'from', '発信元')),
      data,
    ],
    isUnsolicited: (row) => row.fields[0]?.quoted === true,
  }),
  setting('#XFTP', 'FTP', 'FTP の操作', [text('command', 'command', 'コマンド')]),
  setting('#XTFTP', 'TFTP', 'TFTP の操作', [mode, url, port]),
  setting(
    '#XFOTA',
    'firmware update',
    'ファームウェア更新',
    [
      int('stage', 'stage', '段階'),
      int('status', 'state', '状態'),
      int('info', 'information', '情報'),
    ],
    { urc: true, isUnsolicited: () => false, set: [mode, url] },
  ),
  setting(
    '#XCARRIER',
    'carrier library',
    'キャリアライブラリ',
    [text('event', 'event', 'イベント')],
    { urc: true, isUnsolicited: () => false },
  ),
  setting('#XSLMUART', 'serial port', 'シリアルポート', [int('baud', 'bit/s', 'bit/s')]),
]

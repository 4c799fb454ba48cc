import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  address,
  apn,
  cid,
  host,
  length,
  localPort,
  mode,
  onOff,
  password,
  port,
  user,
  value,
} from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Sierra Wireless AirPrime HL78xx AT Commands Interface Guide (41111821)',
  'sierra',
)

const session = int('session', 'session', 'セッション')
const notification = int(
  'notif',
  'cause',
  '理由',
  table(
    '-1 none|なし',
    '0 network error|ネットワークのエラー',
    '1 no more sockets|ソケット不足',
    '2 out of memory|メモリー不足',
    '3 DNS error|DNS エラー',
    '4 closed by the other side|相手側からの切断',
    '5 connection error|接続エラー',
    '6 generic error|一般エラー',
    '7 a client could not be accepted|着信の受け入れ失敗',
    '8 octets do not match the length|データ長の不一致',
    '9 no such session|セッション番号の誤り',
    '10 already running|実行中',
    '11 all sessions in use|セッション不足',
    '12 connection timed out|接続タイムアウト',
    '13 TLS connection error|TLS 接続エラー',
    '14 TLS start error|TLS 初期化エラー',
    '15 certificate error|証明書エラー',
  ),
)
const contextState = int(
  'state',
  'state',
  '状態',
  table(
    '0 ended by the network|ネットワーク側からの切断',
    '1 up|接続',
    '2 failed|接続失敗',
    '3 closed|切断',
    '4 connecting|接続処理中',
    '5 idle time is counted|無通信時間の計測中',
    '6 idle time no longer counted|無通信時間の計測取り消し',
  ),
)
const tcpState = int(
  'state',
  'state',
  '状態',
  table(
    '0 not defined|未定義',
    '1 defined, not used|未使用',
    '2 connecting|接続処理中',
    '3 up|接続中',
    '4 closing|切断処理中',
    '5 closed|切断',
  ),
)
const ready = int('status', 'state', '状態', table('1 ready|準備完了'))
const sending = { ends: { prompt: 'CONNECT' } }

export default [
  setting(
    '+KCNXCFG',
    'settings of a connection',
    '接続の設定',
    [cid, text('bearer', 'bearer', '方式'), apn, user, password],
    { list: 'contexts' },
  ),
  action('+KCNXUP', 'starting a connection', '接続の開始', [cid], {
    ends: { second: /^\+KCNX_IND: *\d+, *[0-3]\b/ },
  }),
  action('+KCNXDOWN', 'ending a connection', '接続の終了', [cid, mode]),
  setting(
    '+KCNXTIMER',
    'tries of a connection',
    '接続の再試行',
    [cid, int('timeout_s', 's', '秒'), int('tries', 'tries', '試行回数')],
    { list: 'contexts' },
  ),
  news('+KCNX_IND', 'state of a connection', '接続の状態', [cid, contextState]),
  question('+KCGPADDR', 'addresses of the contexts', '割り当てアドレス', [cid, address], {
    set: [cid],
    list: 'contexts',
  }),
  setting('+KTCPCFG', 'TCP session', 'TCP セッションの設定', [session], {
    set: [
      cid,
      int(
        'mode',
        'role',
        '役割',
        table(
          '0 client|クライアント',
          '1 server|サーバー',
          '2 child|子',
          '3 TLS client|TLS クライアント',
        ),
      ),
      host,
      port,
      localPort,
    ],
    list: 'sessions',
    row: (row) =>
      row.count === 1
        ? { session: row.int(0, 'session') }
        : {
            session: row.int(0, 'session'),
            status: row.int(1, 'status'),
            cid: row.int(2, 'cid'),
            mode: row.int(3, 'mode'),
            host: row.count > 6 ? row.text(5) : row.text(4),
          },
  }),
  action('+KTCPCNX', 'opening a TCP session', 'TCP セッションの接続', [session], {
    ends: { second: /^\+KTCP_(?:IND|NOTIF):/, secondMs: 120_000 },
  }),
  news('+KTCP_IND', 'TCP session', 'TCP セッションの通知', [session, ready]),
  news('+KTCP_NOTIF', 'end of a TCP session', 'TCP セッションの終了', [session, notification]),
  news('+KTCP_DATA', 'data waits on a TCP session', 'TCP セッションに受信データあり', [
    session,
    length,
  ]),
  action(
    '+KTCPSND',
    'sending on a TCP session',
    'TCP セッションへの送信',
    [session, length],
    sending,
  ),
  action(
    '+KTCPRCV',
    'reading what a TCP session received',
    'TCP 受信データの読み出し',
    [session, length],
    sending,
  ),
  action('+KTCPCLOSE', 'closing a TCP session', 'TCP セッションの切断', [session, mode]),
  action('+KTCPDEL', 'deleting a TCP session', 'TCP セッションの削除', [session]),
  action('+KTCPSTART', 'opening a TCP session in data mode', 'データモードでの TCP 接続', [
    session,
  ]),
  question(
    '+KTCPSTAT',
    'state of a TCP session',
    'TCP セッションの状態',
    [
      tcpState,
      notification,
      int('unsent', 'not sent', '未送信'),
      int('waiting', 'waiting to be read', '未読'),
    ],
    { set: [session] },
  ),
  setting('+KUDPCFG', 'UDP session', 'UDP セッションの設定', [session], {
    set: [cid, mode, localPort],
    list: 'sessions',
  }),
  news('+KUDP_IND', 'UDP session', 'UDP セッションの通知', [session, ready]),
  news('+KUDP_NOTIF', 'end of a UDP session', 'UDP セッションの終了', [session, notification]),
  news('+KUDP_DATA', 'data waits on a UDP session', 'UDP セッションに受信データあり', [
    session,
    length,
  ]),
  news('+KUDP_RCV', 'sender of a datagram', 'UDP データの送信元', [address, port]),
  action('+KUDPSND', 'sending a datagram', 'UDP の送信', [session, host, port, length], sending),
  action('+KUDPRCV', 'reading a datagram', 'UDP 受信データの読み出し', [session, length], sending),
  action('+KUDPCLOSE', 'closing a UDP session', 'UDP セッションの切断', [session]),
  action('+KPING', 'sending pings from the modem', 'モデムからの ping 送信', [session, host], {
    parameters: [session, int('reply', 'reply', '応答番号'), value],
    urc: true,
  }),
  setting('+KPATTERN', 'end of data pattern', 'データ終端パターン', [
    text('pattern', 'pattern', 'パターン'),
  ]),
  setting(
    '+KURCCFG',
    'reports of a protocol',
    'プロトコルの通知',
    [text('protocol', 'protocol', 'プロトコル'), onOff],
    { list: 'protocols' },
  ),
]

import type { Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, secret, text, say } from '@core/at/parameter'
import { positional } from '@core/at/read-facts'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { tcpResult } from '../shared/quectel-results'
import { accessMode, socketState } from '../shared/quectel-sockets'
import {
  address,
  apn,
  cid,
  error,
  host,
  item,
  length,
  localPort,
  password,
  port,
  state,
  user,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'Quectel EC2x/EG9x/BG9x TCP/IP Application Note',
  'quectel',
)

/** An item and all its values: `"tcp/keepalive",1,2,30,3`. */
function itemWithValues(row: Row): Facts {
  const values = row.fields.slice(1).map((field) => field.text)
  return { item: row.text(0), ...(values.length > 0 ? { value: values.join(', ') } : {}) }
}

const connectId = int('connect_id', 'socket', 'ソケット')
const serviceType = text('service_type', 'type', '種別')
const remote = text('remote', 'server', 'サーバー')
const remotePort = int('remote_port', 'port', 'ポート')
const contextId = int('context_id', 'context', 'cid')

function gsmSocket(row: Row, at: number): Facts {
  return {
    ...(at === 1 ? { connect_id: row.int(0, 'connect_id') } : {}),
    service_type: row.text(at),
    remote: row.text(at + 1),
    remote_port: row.int(at + 2, 'remote_port'),
  }
}

const opened = [contextId, connectId, serviceType, remote, remotePort, localPort, accessMode]

/** One answer, or all of them together: `result,sent,received,lost,min,max,average`. */
function pinged(row: Row): Facts {
  const err = row.int(0, 'err')
  if (row.count >= 6 && /^\d+$/.test(row.text(1) ?? ''))
    return {
      err,
      sent: row.int(1, 'sent'),
      received: row.int(2, 'received'),
      lost: row.int(3, 'lost'),
      min_ms: row.int(4, 'min_ms'),
      max_ms: row.int(5, 'max_ms'),
      ...(row.count > 6 ? { avg_ms: row.int(6, 'avg_ms') } : {}),
    }
  row.mark(1, 'address')
  return {
    err,
    ip: row.text(1),
    bytes: row.int(2, 'bytes'),
    time_ms: row.int(3, 'time_ms'),
    ttl: row.int(4, 'ttl'),
  }
}

function pingedAll({ sent, received, min_ms: least, max_ms: most }: Facts): Note | undefined {
  if (typeof sent !== 'number' || typeof received !== 'number') return undefined
  const times = received > 0 && typeof least === 'number' && typeof most === 'number'
  return {
    words: say(
      `Pings: ${received} of ${sent} answered${times ? `, ${least} to ${most} ms` : ''}.`,
      `ping：${sent} 回中 ${received} 回応答${times ? `、${least}～${most} ms` : ''}`,
    ),
    severity: received === 0 ? 'failure' : received < sent ? 'warning' : 'fine',
  }
}

export default [
  later('+QIOPEN', 'opening a socket', 'ソケットの接続', opened, [connectId, tcpResult], {
    forms: ['set', 'test'],
    // M10, M66 and UC15 before (Quectel GSM TCPIP Application Note): the protocol first, or the connection before it.
    setFacts: (row) => {
      const at = row.fields.findIndex(({ quoted }) => quoted)
      return at === 0 || at === 1 ? gsmSocket(row, at) : positional(row, opened)
    },
    ends: {
      second: /^\+QIOPEN: *\d+, *\d+$|^(?:\d, *)?(?:CONNECT OK|CONNECT FAIL|ALREADY CONNECT)$/,
      secondMs: 150_000,
    },
  }),
  action('+QICLOSE', 'closing a socket', 'ソケットの切断', [
    connectId,
    int('timeout_s', 'time limit s', 'タイムアウト 秒'),
  ]),
  question(
    '+QISTATE',
    'state of the sockets',
    'ソケットの状態',
    [
      connectId,
      serviceType,
      secret('address', text('remote', 'server', 'サーバー')),
      remotePort,
      localPort,
      socketState,
      contextId,
      int('server_id', 'server socket', 'サーバーソケット'),
      accessMode,
      text('at_port', 'AT port', 'AT ポート'),
    ],
    { set: [int('query_type', 'asked by', '検索方法'), connectId], list: 'sockets' },
  ),
  action(
    '+QISEND',
    'sending on a socket',
    'ソケットへの送信',
    [connectId, length, remote, remotePort],
    {
      parameters: [
        int('total', 'octets sent', '送信済みオクテット数'),
        int('acked', 'acknowledged', '確認済み'),
        int('unacked', 'not yet acknowledged', '未確認'),
      ],
      ends: { prompt: '> ', final: /^SEND (?:OK|FAIL)$/ },
    },
  ),
  action(
    '+QISENDEX',
    'sending hex octets on a socket',
    'ソケットへの 16 進データ送信',
    [connectId, text('hex', 'octets', 'データ')],
    { ends: { final: /^SEND (?:OK|FAIL)$/ } },
  ),
  action(
    '+QISENDHEX',
    'sending hex octets on a socket',
    'ソケットへの 16 進データ送信',
    [connectId, text('hex', 'octets', 'データ')],
    { ends: { final: /^SEND (?:OK|FAIL)$/ } },
  ),
  action(
    '+QIRD',
    'reading what a socket received',
    'ソケット受信データの読み出し',
    [connectId, length],
    {
      parameters: [
        int('read_length', 'octets read', '読み出したオクテット数'),
        secret('address', text('remote', 'from', '送信元')),
        remotePort,
      ],
      body: 'answer',
      asks: true,
      answer: (rows) => {
        const [head, ...lines] = rows
        if (!head) return {}
        const three = head.count === 3 && !head.fields[1]?.quoted
        const facts = three
          ? {
              total: head.int(0, 'total'),
              read: head.int(1, 'read'),
              unread: head.int(2, 'unread'),
            }
          : {
              read_length: head.int(0, 'read_length'),
              remote: head.text(1),
              remote_port: head.int(2),
            }
        return lines.length > 0
          ? { ...facts, data: lines.map(({ line }) => line).join('\n') }
          : facts
      },
    },
  ),
  action(
    '+QISWTMD',
    'switching how a socket gives its data',
    'ソケットの受信方法の切り替え',
    [connectId, accessMode],
    { ends: {} },
  ),
  action('+QIDEACT', 'ending an internal context', '内蔵コンテキストの切断', [contextId]),
  setting(
    '+QICFG',
    'settings of the sockets',
    'ソケットの設定',
    [item, text('value', 'value', '値')],
    { row: itemWithValues, setFacts: itemWithValues },
  ),
  setting('+QIDNSCFG', 'DNS servers', 'DNS サーバー', [
    contextId,
    text('dns1', 'DNS 1', 'DNS 1'),
    text('dns2', 'DNS 2', 'DNS 2'),
  ]),
  action(
    '+QIDNSGIP',
    'looking up the address of a name',
    '名前からのアドレス検索',
    [contextId, host],
    {
      // The count of addresses comes first, and each of them behind it; an error is alone.
      ends: {
        second: /^\+QIURC: *"dnsgip"/,
        last: /^\+QIURC: *"dnsgip", *(?:"|[1-9])/,
        secondMs: 60_000,
      },
    },
  ),
  question('+QIGETERROR', 'last error of the sockets', 'ソケットの直近のエラー', [
    tcpResult,
    text('text', 'text', '内容'),
  ]),
  setting('+QISDE', 'echo of what is sent', '送信データのエコー', [int('echo', 'echo', 'エコー')]),
  question(
    '+QIACTEX',
    'internal context',
    '内蔵コンテキスト',
    [cid, state, int('type', 'type', '種別'), address],
    {
      set: [contextId],
      does: say('Activates an internal context.', '内蔵コンテキストを有効化します。'),
      urc: true,
    },
  ),
  question('+QILOCIP', 'own address', '自分の IP アドレス', [address], { free: true }),
  later(
    '+QPING',
    'sending pings from the modem',
    'モデムからの ping 送信',
    [
      contextId,
      host,
      int('timeout', 'time limit s', 'タイムアウト 秒'),
      int('pingnum', 'count', '回数'),
    ],
    [
      tcpResult,
      secret('address', text('ip', 'address', 'アドレス')),
      int('bytes', 'octets', 'サイズ'),
      int('time_ms', 'ms', 'ms'),
      int('ttl', 'TTL', 'TTL'),
    ],
    {
      ends: { last: /^\+QPING: *(?:\d+$|\d+(?: *, *\d+){5,}$)/ },
      row: pinged,
      explain: pingedAll,
    },
  ),
  later(
    '+QNTP',
    'getting the time from a server',
    '時刻サーバーからの時刻取得',
    [contextId, host, port, int('autosettime', 'set the clock', '時計に反映')],
    [tcpResult, text('time', 'time', '日時')],
    { ends: { secondMs: 125_000 } },
  ),
  action(
    '+QIREGAPP',
    'starting the internal TCP/IP with an APN',
    '内蔵 TCP/IP の開始（APN 指定）',
    [apn, user, password],
  ),
  setting('+QIDNSIP', 'servers by address or by name', '接続先の指定方法', [
    int('mode', 'by', '指定', table('0 address|アドレス', '1 name|名前')),
  ]),
  setting('+QCGDEFCONT', 'default context (NB-IoT)', '既定のコンテキスト（NB-IoT）', [
    text('pdp_type', 'type', '種別'),
    apn,
    user,
    password,
  ]),
  action('+QRST', 'restarting the modem', 'モデムの再起動', [
    int('mode', 'mode', 'モード', table('1 now|即時')),
  ]),
  setting(
    '+QNBIOTEVENT',
    'reports of power saving (NB-IoT)',
    '省電力の通知（NB-IoT）',
    [
      int('enable', 'reports', '通知', table('0 off|オフ', '1 on|オン')),
      int('event', 'event', 'イベント', table('1 power saving|省電力')),
    ],
    {
      urc: [text('event', 'event', 'イベント')],
      isUnsolicited: (row) => row.fields[0]?.quoted === true,
    },
  ),
  setting('+QIMODE', 'transparent mode', '透過モード', [
    int('mode', 'mode', 'モード', table('0 normal|通常', '1 transparent|透過')),
  ]),
  setting('+QIMUX', 'several connections', '複数接続', [int('n', 'several', '複数')]),
  setting('+QIHEAD', 'header before received data', '受信データのヘッダー', [
    int('n', 'header', 'ヘッダー'),
  ]),
  setting('+QINDI', 'how received data is told', '受信データの通知方法', [
    int('m', 'mode', 'モード'),
  ]),
  news('+QIRDI', 'data waits on a socket', 'ソケットにデータあり', [
    int('id', 'context', 'cid'),
    int('sc', 'role', '役割', table('1 server|サーバー', '2 client|クライアント')),
    int('sid', 'connection', '接続番号'),
  ]),
  news('+QSSLURC', 'TLS socket', 'TLS ソケットの通知', [
    text('event', 'event', 'イベント', table('closed closed|切断', 'recv data waits|データあり')),
    int('client_id', 'socket', 'ソケット'),
    error,
  ]),
]

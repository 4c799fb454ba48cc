import type { Facts } from '@core/at/knowledge'
import { int, text, type Parameter } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { clock } from '../shared/clock'
import { family, table } from '../shared/family'
import { ipText } from '../shared/ip-text'
import {
  closure,
  connId,
  connMode,
  listen,
  local,
  protocol,
  receiveMode,
  ringMode,
  socketSettings,
  socketStates,
  socketTraffic,
} from '../shared/telit-sockets'
import {
  address,
  cid,
  data,
  host,
  length,
  localPort,
  mode,
  onOff,
  password,
  port,
  user,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'Telit xE910/xE310 AT Commands Reference Guide (80000ST10028A, 80490ST10778A)',
  'telit',
)

const stat = int('stat', 'state', '状態', table('0 down|切断', '1 up|接続'))
const socketState = int(
  'state',
  'state',
  '状態',
  table(...socketStates, '6 looking up the name|名前検索中', '7 connecting|接続処理中'),
)
const authentication = int(
  'auth_prot',
  'authentication',
  '認証方式',
  table('0 none|なし', '1 PAP|PAP', '2 CHAP|CHAP'),
)

/** `#SGACT: 1,1` answers the question; `#SGACT: 10.1.2.3` the activation. */
function activated(row: Row): Facts {
  if (row.count === 1) {
    row.mark(0, 'address')
    return { address: ipText(row.text(0)) ?? null }
  }
  return { cid: row.int(0, 'cid'), stat: row.int(1, 'stat') }
}

/** `#SRECV: <connId>,<octets>[,<left>]`; with the sender of a datagram: `<address>,<port>,<connId>,<octets>,<left>`. */
function received([head, ...lines]: readonly Row[]): Facts {
  if (!head) return {}
  const sender = head.count >= 4
  if (sender) head.mark(0, 'address')
  const first = sender ? 2 : 0
  const left = head.int(first + 2, 'left')
  return {
    ...(sender ? { address: head.text(0), port: head.int(1, 'port') } : {}),
    conn_id: head.int(first, 'conn_id'),
    length: head.int(first + 1, 'length'),
    ...(left === undefined ? {} : { left }),
    ...(lines.length > 0 ? { data: lines.map(({ line }) => line).join('\n') } : {}),
  }
}

const contexts: readonly Parameter[] = [cid, stat, address]
const sendPrompt = { prompt: '> ' }
const left = int('left', 'still waiting', '残り')
const receivedOn = [connId, address, port, length, left]

export default [
  setting('#SGACT', 'internal context', '内蔵コンテキスト', contexts, {
    set: [cid, stat, user, password],
    row: activated,
    list: 'contexts',
    ends: {},
  }),
  setting('#SGACTAUTH', 'authentication of internal contexts', '内蔵コンテキストの認証', [
    authentication,
  ]),
  setting('#SGACTCFG', 'automatic activation of a context', 'コンテキストの自動接続', [
    cid,
    int('retry', 'tries', '試行回数'),
    int('delay_s', 'delay s', '間隔 秒'),
    int('urc_mode', 'reports', '通知'),
  ]),
  setting(
    '#SGACTCFGEXT',
    'activation of a context, further settings',
    'コンテキスト接続の追加設定',
    [cid, int('abort', 'abort when it is lost', '切断時の中断')],
  ),
  setting('#GPRS', 'internal packet context', '内蔵 GPRS コンテキスト', [stat]),
  question('#CGPADDR', 'addresses of the contexts', '割り当てアドレス', [cid, address], {
    set: [cid],
    list: 'contexts',
    derive: (facts) => {
      const given = facts['address']
      return typeof given === 'string' ? { ...facts, address: ipText(given) } : facts
    },
  }),
  setting('#NWEN', 'network reports in error results', 'ネットワークエラーの通知', [onOff]),
  setting('#SCFG', 'settings of a socket', 'ソケットの設定', socketSettings, { list: 'sockets' }),
  setting(
    '#SCFGEXT',
    'further settings of a socket',
    'ソケットの追加設定',
    [
      connId,
      ringMode('SRING'),
      receiveMode,
      int('keepalive_min', 'keepalive min', 'キープアライブ 分'),
      int('listen_auto', 'accept by itself', '自動受け入れ'),
      int('send_mode', 'sent as', '送信形式', table('0 text|テキスト', '1 hex|16 進')),
    ],
    { list: 'sockets' },
  ),
  setting('#SCFGEXT2', 'more settings of a socket', 'ソケットの詳細設定', [connId], {
    list: 'sockets',
  }),
  setting('#SCFGEXT3', 'reports of a socket', 'ソケットの通知設定', [connId], { list: 'sockets' }),
  action('#SD', 'opening a socket', 'ソケットの接続', [
    connId,
    protocol,
    port,
    host,
    closure,
    localPort,
    connMode,
  ]),
  action('#SDEXT', 'opening a socket', 'ソケットの接続', [connId, protocol, port, host]),
  action('#SO', 'leaving the suspended state of a socket', 'ソケットの再開', [connId]),
  action('#SH', 'closing a socket', 'ソケットの切断', [connId]),
  setting('#SL', 'listening for connections', '接続の待ち受け', [
    connId,
    listen,
    localPort,
    closure,
  ]),
  setting('#SLUDP', 'listening for datagrams', 'UDP の待ち受け', [connId, listen, localPort]),
  action('#SA', 'taking a connection that came in', '着信接続の受け入れ', [connId, connMode]),
  setting('#FRWL', 'firewall of the sockets', 'ソケットのファイアウォール', [
    int(
      'action',
      'what to do',
      '動作',
      table('0 remove|削除', '1 add|追加', '2 remove all|全削除'),
    ),
    address,
    text('mask', 'mask', 'マスク'),
  ]),
  question(
    '#SS',
    'state of the sockets',
    'ソケットの状態',
    [connId, socketState, local, localPort, address, port],
    { set: [connId], list: 'sockets' },
  ),
  question('#SI', 'traffic of the sockets', 'ソケットの通信量', socketTraffic, {
    set: [connId],
    list: 'sockets',
  }),
  question('#ST', 'kind of the sockets', 'ソケットの種別', [connId, int('type', 'kind', '種別')], {
    set: [connId],
    list: 'sockets',
  }),
  question(
    '#SLASTCLOSURE',
    'why a socket was closed',
    'ソケットの切断理由',
    [connId, int('cause', 'cause', '理由')],
    { set: [connId], list: 'sockets' },
  ),
  action(
    '#SRECV',
    'reading what a socket received',
    'ソケット受信データの読み出し',
    [connId, length],
    {
      parameters: receivedOn,
      body: 'answer',
      asks: true,
      answer: received,
    },
  ),
  action('#SSEND', 'sending on a socket', 'ソケットへの送信', [connId], { ends: sendPrompt }),
  action('#SSENDEXT', 'sending on a socket', 'ソケットへの送信', [connId, length], {
    ends: sendPrompt,
  }),
  action('#SSENDLINE', 'sending one line on a socket', 'ソケットへの 1 行送信', [connId, data]),
  action('#SSENDUDP', 'sending a datagram', 'UDP の送信', [connId, host, port], {
    ends: sendPrompt,
  }),
  action('#SSENDUDPEXT', 'sending a datagram', 'UDP の送信', [connId, length, host, port], {
    ends: sendPrompt,
  }),
  setting('#SKIPESC', 'escape sequence in sockets', 'ソケットのエスケープ送信', [mode]),
  setting('#E2ESC', 'wait before the escape sequence', 'エスケープ前の待ち時間', [mode]),
  news(
    'SRING',
    'data or a connection waits on a socket',
    'ソケットに受信データ・着信接続あり',
    [connId, length, data],
    { prefixes: ['SRING'] },
  ),
  setting('#DNS', 'DNS servers', 'DNS サーバー', [
    cid,
    text('dns1', 'DNS 1', 'DNS 1'),
    text('dns2', 'DNS 2', 'DNS 2'),
  ]),
  question(
    '#NWDNS',
    'DNS servers of the network',
    'ネットワークの DNS サーバー',
    [cid, text('dns1', 'DNS 1', 'DNS 1'), text('dns2', 'DNS 2', 'DNS 2')],
    { set: [cid], list: 'contexts' },
  ),
  action('#QDNS', 'looking up the address of a name', '名前からのアドレス検索', [host], {
    parameters: [host, text('resolved', 'address', 'アドレス')],
    asks: true,
  }),
  setting('#CACHEDNS', 'cache of DNS answers', 'DNS キャッシュ', [onOff]),
  action(
    '#PING',
    'sending pings from the modem',
    'モデムからの ping 送信',
    [
      host,
      int('count', 'count', '回数'),
      length,
      int('timeout_tenths', 'time limit 1/10 s', 'タイムアウト 1/10 秒'),
      int('ttl', 'TTL', 'TTL'),
      cid,
    ],
    {
      parameters: [
        int('reply', 'reply', '応答番号'),
        address,
        int('time_tenths', '1/10 s', '1/10 秒'),
        int('ttl', 'TTL', 'TTL'),
      ],
      list: 'replies',
    },
  ),
  setting('#PINGSUPP', 'answers to ICMP echo', 'ping への応答', [mode]),
  setting('#ICMP', 'answers to ICMP echo', 'ping への応答', [mode]),
  setting('#TCPMAXWIN', 'TCP window', 'TCP ウィンドウ', [int('size', 'octets', 'オクテット数')]),
  action(
    '#NTP',
    'getting the time from a server',
    '時刻サーバーからの時刻取得',
    [host, port, int('update', 'set the clock', '時計に反映'), int('timeout_s', 's', '秒')],
    {
      parameters: [text('time', 'time', '日時')],
      row: (row) => ({ time: row.tail.replaceAll('"', ''), ...clock(row) }),
    },
  ),
  later(
    '#ECM',
    'starting the network adapter on USB',
    'USB ネットワークアダプターの開始',
    [cid, int('adapter', 'adapter', 'アダプター'), user, password],
    [int('adapter', 'adapter', 'アダプター'), stat],
    { urc: true, ends: {} },
  ),
  action('#ECMD', 'stopping the network adapter on USB', 'USB ネットワークアダプターの停止', [
    int('adapter', 'adapter', 'アダプター'),
  ]),
  setting('#ECMC', 'settings of the network adapter on USB', 'USB ネットワークアダプターの設定', [
    int('adapter', 'adapter', 'アダプター'),
    cid,
  ]),
]

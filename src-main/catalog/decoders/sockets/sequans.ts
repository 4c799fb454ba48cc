import { int, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
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
  data,
  host,
  item,
  length,
  localPort,
  message,
  mode,
  port,
  profile,
  value,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'Sequans Monarch 2 GM02S AT Commands Reference Manual',
  'others',
)

const socketState = int('state', 'state', '状態', table(...socketStates, '6 opening|接続処理中'))
const sendPrompt = { ends: { prompt: '> ' } }

function received([head, ...lines]: readonly Row[]) {
  return {
    conn_id: head?.int(0, 'conn_id'),
    length: head?.int(1, 'length'),
    ...(lines.length > 0 ? { data: lines.map(({ line }) => line).join('\n') } : {}),
  }
}

export default [
  setting('+SQNSCFG', 'settings of a socket', 'ソケットの設定', socketSettings, {
    list: 'sockets',
  }),
  setting(
    '+SQNSCFGEXT',
    'further settings of a socket',
    'ソケットの追加設定',
    [connId, ringMode('SQNSRING'), receiveMode],
    { list: 'sockets' },
  ),
  setting(
    '+SQNSSCFG',
    'TLS of a socket',
    'ソケットの TLS',
    [connId, int('enabled', 'TLS', 'TLS', table('0 off|オフ', '1 on|オン')), profile],
    { list: 'sockets' },
  ),
  action('+SQNSD', 'opening a socket', 'ソケットの接続', [
    connId,
    protocol,
    port,
    host,
    closure,
    localPort,
    connMode,
  ]),
  action('+SQNSO', 'leaving the suspended state of a socket', 'ソケットの再開', [connId]),
  action('+SQNSA', 'taking a connection that came in', '着信接続の受け入れ', [connId]),
  setting('+SQNSL', 'listening for connections', '接続の待ち受け', [connId, listen, localPort]),
  setting('+SQNSLUDP', 'listening for datagrams', 'UDP の待ち受け', [connId, listen, localPort]),
  action('+SQNSH', 'closing a socket', 'ソケットの切断', [connId], {
    parameters: [connId],
    urc: true,
  }),
  news(
    '+SQNSRING',
    'data or a connection waits on a socket',
    'ソケットに受信データ・着信接続あり',
    [connId, length, data],
  ),
  action(
    '+SQNSRECV',
    'reading what a socket received',
    'ソケット受信データの読み出し',
    [connId, length],
    {
      parameters: [connId, length],
      body: 'answer',
      asks: true,
      answer: received,
    },
  ),
  action('+SQNSSEND', 'sending on a socket', 'ソケットへの送信', [connId], sendPrompt),
  action('+SQNSSENDEXT', 'sending on a socket', 'ソケットへの送信', [connId, length], sendPrompt),
  question(
    '+SQNSS',
    'state of the sockets',
    'ソケットの状態',
    [connId, socketState, local, localPort, address, port, protocol],
    { set: [connId], list: 'sockets' },
  ),
  question('+SQNSI', 'traffic of the sockets', 'ソケットの通信量', socketTraffic, {
    set: [connId],
    list: 'sockets',
  }),
  action('+SQNDNSLKUP', 'looking up the address of a name', '名前からのアドレス検索', [host], {
    parameters: [host, text('resolved', 'address', 'アドレス')],
    asks: true,
  }),
  action('+SQNPING', 'sending pings from the modem', 'モデムからの ping 送信', [host], {
    row: () => ({}),
  }),
  setting(
    '+SQNSPCFG',
    'TLS profile',
    'TLS プロファイル',
    [
      profile,
      int('version', 'TLS version', 'TLS バージョン'),
      text('cipher', 'cipher suites', '暗号スイート'),
      int('verify', 'verification', '検証'),
      int('ca', 'CA certificate', 'CA 証明書'),
      int('certificate', 'certificate', '証明書'),
      int('key', 'key', '鍵'),
    ],
    { list: 'profiles' },
  ),
  action(
    '+SQNSNVW',
    'writing a certificate or key',
    '証明書・鍵の書き込み',
    [item, int('index', 'number', '番号'), length],
    sendPrompt,
  ),
  question('+SQNSNVR', 'certificate in the modem', 'モデム内の証明書', [], {
    set: [item, int('index', 'number', '番号')],
    row: () => ({}),
  }),
  setting('+SQNMODEACTIVE', 'radio technology', '無線方式', [
    int('mode', 'technology', '方式', table('1 LTE-M|LTE-M', '2 NB-IoT|NB-IoT')),
  ]),
  setting('+SQNCTM', 'conformance mode of the operator', '事業者別の動作モード', [
    text('mode', 'operator', '事業者'),
  ]),
  setting(
    '+SQNBANDSEL',
    'bands',
    'バンド',
    [
      int('rat', 'technology', '方式', table('0 LTE-M|LTE-M', '1 NB-IoT|NB-IoT')),
      text('operator', 'operator', '事業者'),
      text('bands', 'bands', 'バンド'),
    ],
    { list: 'bands' },
  ),
  question('+SQNQRCCI', 'radio of the connection', '接続中の無線', [], {
    set: [mode],
    row: () => ({}),
  }),
  setting('+SQNINS', 'network scan', 'ネットワークのスキャン', [mode], {
    urc: true,
    setAnswers: true,
    row: () => ({}),
  }),
  setting('+SQNAUTOCONNECT', 'automatic connection', '自動接続', [mode]),
  setting('+SQNEARFCNSEL', 'frequencies', '周波数の設定', [text('list', 'list', '一覧')], {
    row: () => ({}),
  }),
  setting('+SQNHWCFG', 'use of the pins', '端子の割り当て', [item, value], { list: 'settings' }),
  setting('+SQNRICFG', 'RI line', 'RI 信号の設定', [mode]),
  setting('+SQNIPSCFG', 'power saving on the serial port', 'シリアルポートの省電力', [mode]),
  question('+SQNCCID', 'number of the SIM card', 'SIM カード番号', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  action('+SQNSSHDN', 'switching the modem off', 'モデムの電源オフ', []),
  action('+SQNFACTORYRESET', 'resetting to the factory settings', '工場出荷状態へのリセット', []),
  later(
    '+SQNSUPGRADE',
    'updating the firmware',
    'ファームウェア更新',
    [text('url', 'URL', 'URL')],
    [text('event', 'event', 'イベント'), int('percent', '%', '%')],
    { setAnswers: true, ends: {} },
  ),
  setting('+SQNCOAPCREATE', 'CoAP connection', 'CoAP 接続', [profile, host, port]),
  action(
    '+SQNCOAPSEND',
    'sending over CoAP',
    'CoAP の送信',
    [profile, int('type', 'kind', '種別'), int('method', 'method', 'メソッド'), length],
    sendPrompt,
  ),
  news('+SQNCOAPRING', 'CoAP message waits', 'CoAP メッセージあり', [profile, message]),
  news('+SQNCOAPCONNECTED', 'CoAP connection', 'CoAP の接続', [profile]),
  news('+SQNCOAPCLOSED', 'end of the CoAP connection', 'CoAP の切断', [profile]),
]

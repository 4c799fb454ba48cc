import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { tlsResult } from '../shared/simcom-results'
import { address, file, item, length, onOff, value } from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'SIMCom A76XX Series AT Command Manual V1.09, TCP/IP, SSL',
  'simcom',
)
const session = int('session_id', 'session', 'セッション')

export default [
  news('+CLIENT', 'connection from a client', 'クライアントからの接続', [
    int('link_num', 'socket', 'ソケット'),
    int('server_index', 'server', 'サーバー'),
    address,
  ]),
  news('+RECEIVE', 'data received on a socket', 'ソケットの受信データ', [
    int('link_num', 'socket', 'ソケット'),
    length,
  ]),
  setting('+CIPSENDHEX', 'sending as hex', '16 進での送信', [onOff]),
  setting('+CIPRXF', 'form of received data', '受信データの形式', [onOff]),
  setting('+CIPDNSSET', 'settings of DNS', 'DNS の設定', [int('retries', 'tries', '回数'), value]),
  setting('+CDNSCFG', 'DNS servers', 'DNS サーバー', [
    text('dns1', 'DNS 1', 'DNS 1'),
    text('dns2', 'DNS 2', 'DNS 2'),
  ]),
  setting('+CCHSET', 'how TLS results and data are told', 'TLS の結果・データの通知方法', [
    int(
      'report_send_result',
      'result of sending',
      '送信結果の通知',
      table('0 off|オフ', '1 on|オン'),
    ),
    int(
      'recv_mode',
      'receiving',
      '受信',
      table('0 pushed|自動通知', '1 read by hand|手動読み出し'),
    ),
  ]),
  setting('+CCHMODE', 'mode of TLS', 'TLS のモード', [
    int('mode', 'mode', 'モード', table('0 normal|通常', '1 transparent|透過')),
  ]),
  setting('+CCHSSLCFG', 'TLS settings of a session', 'セッションの TLS 設定', [
    session,
    int('ssl_ctx_index', 'TLS settings', 'TLS 設定番号'),
  ]),
  setting('+CCHCFG', 'settings of a TLS session', 'TLS セッションの設定', [item, value]),
  question('+CCHADDR', 'own address of the TLS service', 'TLS サービスのアドレス', [address]),
  action('+CCHRECV', 'reading what came over TLS', 'TLS 受信データの読み出し', [session, length], {
    urc: true,
    parameters: [
      text('event', 'event', 'イベント'),
      int('session_id', 'session', 'セッション'),
      tlsResult,
    ],
  }),
  news('+CCHEVENT', 'data waits on a TLS session', 'TLS セッションにデータあり', [
    session,
    text('event', 'event', 'イベント'),
  ]),
  news(
    '+CCH_PEER_CLOSED',
    'TLS session closed by the other side',
    'TLS セッションが相手側から切断',
    [session],
  ),
  news('+CCH_RECV_CLOSED', 'TLS session closed while receiving', '受信中に TLS セッションが切断', [
    session,
    tlsResult,
  ]),
  action(
    '+CCERTDOWN',
    'loading a certificate into the modem',
    'モデムへの証明書の書き込み',
    [file, length],
    {
      ends: { prompt: '> ' },
    },
  ),
  question('+CCERTLIST', 'certificates', '証明書の一覧', [file], { list: 'files' }),
  action('+CCERTDELE', 'deleting a certificate', '証明書の削除', [file]),
  action('+CCERTMOVE', 'putting a certificate into its place', '証明書の移動', [file]),
  later(
    '+CHTPUPDATE',
    'getting the time from an HTTP server',
    'HTTP サーバーからの時刻取得',
    [],
    [int('err', 'result', '結果', table('0 success|成功'))],
  ),
  setting('+CHTPSERV', 'servers for the time by HTTP', 'HTTP 時刻サーバー', [
    text('action', 'what to do', '動作'),
    text('host', 'server', 'サーバー'),
    int('port', 'port', 'ポート'),
  ]),
]

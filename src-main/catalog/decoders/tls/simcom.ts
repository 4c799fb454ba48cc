import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { tlsResult } from '../shared/simcom-results'
import { address, item, length, value } from '../shared/vocabulary'

const cchopen = decoder({
  id: '+CCHOPEN',
  title: say('TLS connection', 'TLS 接続'),
  does: say(
    'Opens a TLS connection; the result comes as +CCHOPEN.',
    'TLS で接続します。結果は +CCHOPEN で通知されます。',
  ),
  spec: 'A76XX manual',
  ends: { second: /^\+CCHOPEN: *\d+, *\d+$/, secondMs: 120_000 },
  group: 'internet',
  parameters: [int('session_id', 'session', 'セッション'), tlsResult],
  set: [
    int('session_id', 'session', 'セッション'),
    text('host', 'server', 'サーバー'),
    int('port', 'port', 'ポート'),
    int('client_type', 'type', '種別', { 1: say('TCP', 'TCP'), 2: say('TLS', 'TLS') }),
  ],
  urc: true,
})

const cchclose = decoder({
  id: '+CCHCLOSE',
  title: say('end of a TLS connection', 'TLS の切断'),
  does: say('Closes a TLS connection.', 'TLS 接続を切断します。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CCHCLOSE: *\d+, *\d+$/ },
  group: 'internet',
  parameters: [int('session_id', 'session', 'セッション'), tlsResult],
  set: [int('session_id', 'session', 'セッション')],
  urc: true,
})

const cchsend = decoder({
  id: '+CCHSEND',
  title: say('sending over TLS', 'TLS での送信'),
  does: say('Sends over a TLS connection.', 'TLS 接続で送信します。'),
  spec: 'A76XX manual',
  ends: { prompt: '> ', second: /^\+CCHSEND: *\d+, *\d+$/ },
  group: 'internet',
  parameters: [int('session_id', 'session', 'セッション'), tlsResult],
  set: [int('session_id', 'session', 'セッション'), int('length', 'octets', 'オクテット数')],
  urc: true,
})

const cchstart = decoder({
  id: '+CCHSTART',
  title: say('TLS service', 'TLS サービス'),
  does: say(
    'Starts the TLS service; the result comes as +CCHSTART.',
    'TLS サービスを開始します。結果は +CCHSTART で通知されます。',
  ),
  spec: 'A76XX manual',
  ends: { second: /^\+CCHSTART: *\d+$/ },
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [tlsResult],
  urc: true,
})

const cchstop = decoder({
  id: '+CCHSTOP',
  title: say('end of the TLS service', 'TLS サービスの終了'),
  does: say('Ends the TLS service.', 'TLS サービスを終了します。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CCHSTOP: *\d+$/ },
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [tlsResult],
  urc: true,
})

const a76 = family('SIMCom A76XX Series AT Command Manual V1.09, TCP/IP, SSL', 'simcom')

const session = int('session_id', 'session', 'セッション')

export default [
  cchopen,
  cchclose,
  cchsend,
  cchstart,
  cchstop,
  a76.setting('+CCHSET', 'how TLS results and data are told', 'TLS の結果・データの通知方法', [
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
  a76.setting('+CCHMODE', 'mode of TLS', 'TLS のモード', [
    int('mode', 'mode', 'モード', table('0 normal|通常', '1 transparent|透過')),
  ]),
  a76.setting('+CCHSSLCFG', 'TLS settings of a session', 'セッションの TLS 設定', [
    session,
    int('ssl_ctx_index', 'TLS settings', 'TLS 設定番号'),
  ]),
  a76.setting('+CCHCFG', 'settings of a TLS session', 'TLS セッションの設定', [item, value]),
  a76.question('+CCHADDR', 'own address of the TLS service', 'TLS サービスのアドレス', [address]),
  a76.action(
    '+CCHRECV',
    'reading what came over TLS',
    'TLS 受信データの読み出し',
    [session, length],
    {
      urc: true,
      parameters: [
        text('event', 'event', 'イベント'),
        int('session_id', 'session', 'セッション'),
        tlsResult,
      ],
    },
  ),
  a76.news('+CCHEVENT', 'data waits on a TLS session', 'TLS セッションにデータあり', [
    session,
    text('event', 'event', 'イベント'),
  ]),
  a76.news(
    '+CCH_PEER_CLOSED',
    'TLS session closed by the other side',
    'TLS セッションが相手側から切断',
    [session],
  ),
  a76.news(
    '+CCH_RECV_CLOSED',
    'TLS session closed while receiving',
    '受信中に TLS セッションが切断',
    [session, tlsResult],
  ),
]

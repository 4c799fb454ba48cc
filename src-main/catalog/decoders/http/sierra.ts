import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, host, length, mode, onOff, password, port, user, value } from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'Sierra Wireless AirPrime HL78xx AT Commands Interface Guide (41111821)',
  'sierra',
)

const session = int('session', 'session', 'セッション')
const sending = { ends: { prompt: 'CONNECT' } }

export default [
  setting('+KHTTPCFG', 'HTTP session', 'HTTP セッションの設定', [session], {
    set: [cid, host, port, int('version', 'version', '版'), user, password],
    list: 'sessions',
  }),
  action('+KHTTPHEADER', 'giving the headers of HTTP', 'HTTP ヘッダーの設定', [session], sending),
  action('+KHTTPGET', 'sending an HTTP GET', 'HTTP GET の送信', [
    session,
    text('path', 'path', 'パス'),
  ]),
  action(
    '+KHTTPPOST',
    'sending an HTTP POST',
    'HTTP POST の送信',
    [session, text('path', 'path', 'パス')],
    sending,
  ),
  action('+KHTTPCLOSE', 'closing an HTTP session', 'HTTP セッションの切断', [session]),
  news('+KHTTP_IND', 'HTTP session', 'HTTP セッションの通知', [
    session,
    int('status', 'state', '状態'),
    length,
    int('http_status', 'HTTP status', 'HTTP ステータス'),
  ]),
  setting('+KFTPCFG', 'FTP session', 'FTP セッションの設定', [session], {
    set: [cid, host, user, password, port],
    list: 'sessions',
  }),
  action('+KFTPRCV', 'getting a file over FTP', 'FTP でのファイル取得', [session], sending),
  action('+KFTPSND', 'sending a file over FTP', 'FTP でのファイル送信', [session], sending),
  setting('+KMQTTCFG', 'MQTT session', 'MQTT セッションの設定', [session], {
    list: 'sessions',
    set: [int('type', 'kind', '種別'), cid, host, port],
  }),
  action('+KMQTTCNX', 'connecting to the MQTT server', 'MQTT サーバーへの接続', [session]),
  news('+KMQTT_IND', 'MQTT session', 'MQTT セッションの通知', [
    session,
    int('status', 'state', '状態'),
  ]),
  action(
    '+KCERTSTORE',
    'writing a certificate',
    '証明書の書き込み',
    [int('type', 'kind', '種別'), length],
    sending,
  ),
  action(
    '+KPRIVKSTORE',
    'writing a private key',
    '秘密鍵の書き込み',
    [int('index', 'number', '番号'), length],
    sending,
  ),
  setting(
    '+KSSLCRYPTO',
    'TLS profile',
    'TLS プロファイル',
    [int('profile', 'profile', 'プロファイル')],
    { list: 'profiles' },
  ),
  setting('+KSSLCFG', 'settings of TLS', 'TLS の設定', [int('option', 'option', '項目'), value]),
  later(
    '+WDSS',
    'starting a session with the update server',
    '更新サーバーとの接続',
    [mode, value],
    [mode, value],
    {
      ends: {},
      urc: true,
      setAnswers: true,
    },
  ),
  setting(
    '+WDSC',
    'user agreements for updates',
    '更新の同意設定',
    [int('mode', 'what', '対象'), onOff],
    {
      list: 'settings',
    },
  ),
  action('+WDSR', 'giving an answer to the update server', '更新サーバーへの応答', [
    int('reply', 'answer', '応答'),
  ]),
  question(
    '+WDSG',
    'state of the update service',
    '更新サービスの状態',
    [int('item', 'item', '項目'), value],
    { list: 'settings' },
  ),
  setting('+WDSE', 'error of the update', '更新のエラー', [value]),
  setting(
    '+WDSI',
    'update service',
    '更新サービスの通知',
    [
      int(
        'event',
        'event',
        'イベント',
        table(
          '2 download wanted|ダウンロード要求',
          '3 installation wanted|適用要求',
          '4 authentication begins|認証開始',
          '5 authentication failed|認証失敗',
          '6 session begins|セッション開始',
          '7 refused by the server|サーバーによる拒否',
          '8 session closed|セッション終了',
          '9 package available|パッケージあり',
          '10 package downloaded|ダウンロード完了',
          '11 download trouble|ダウンロードの問題',
          '12 package certified|検証・認証済み',
          '13 package not certified|未認証',
          '14 update begins|更新開始',
          '15 update failed|更新失敗',
          '16 update succeeded|更新成功',
          '18 downloading|ダウンロード中',
          '23 session with the server|サーバーとのセッション',
        ),
      ),
      int('detail', 'detail', '詳細'),
    ],
    { set: [int('level', 'reports', '通知')], urc: true },
  ),
]

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { value } from '../shared/vocabulary'

const cdnsgip = decoder({
  id: '+CDNSGIP',
  title: say('name lookup inside the modem', 'モデム内蔵の名前解決'),
  does: say('Looks a name up from inside the modem.', 'モデム内蔵の名前解決を行います。'),
  spec: 'A76XX manual p315-351',
  ends: { second: /^\+CDNSGIP:/ },
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [
    int('success', 'found', '結果', { 0: say('failed', '失敗'), 1: say('found', '成功') }),
    text('domain', 'name', 'ドメイン名'),
    text('ip', 'address', 'アドレス'),
  ],
  set: [text('domain', 'name', 'ドメイン名')],
  urc: true,
  asks: true,
  setAnswers: true,
  row: (row) =>
    row.text(0) === '0'
      ? { success: 0, err: row.int(1, 'err') }
      : { success: row.int(0, 'success'), domain: row.text(1), ip: row.text(2) },
})

const cdnsghname = decoder({
  id: '+CDNSGHNAME',
  title: say('name of an address (DNS)', 'モデム内蔵の逆引き'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'test'],
  asks: true,
  parameters: [
    int('success', 'found', '結果', { 0: say('failed', '失敗'), 1: say('found', '成功') }),
    text('index', 'place', '番号'),
    text('domain', 'name', 'ドメイン名'),
    text('ip', 'address', 'アドレス'),
  ],
  set: [text('ip', 'address', 'アドレス')],
})

/** SIM800 and SIM70xx manuals: 1 and 6x; A76XX manual: 0 to 6. */
const timeResult = int(
  'err',
  'result',
  '結果',
  table(
    '0 success|成功',
    '1 success on SIM800 and SIM70xx, unknown error on A76xx|SIM800・SIM70xx では成功、A76xx では不明なエラー',
    '2 wrong parameter|パラメーター誤り',
    '3 wrong date and time|日時の計算誤り',
    '4 network error|ネットワークのエラー',
    '5 wrong time zone|タイムゾーン誤り',
    '6 timeout|タイムアウト',
    '61 network error|ネットワークのエラー',
    '62 DNS failed|DNS 失敗',
    '63 connection failed|接続失敗',
    '64 server error|サーバーエラー',
    '65 timeout|タイムアウト',
  ),
)

const cntp = decoder({
  id: '+CNTP',
  title: say('clock by NTP', 'NTP による時刻合わせ'),
  does: say('Sets the clock by NTP.', 'NTP で時刻を合わせます。'),
  spec: 'A76XX manual',
  ends: { forms: ['action'], second: /^\+CNTP: *\d+/ },
  group: 'internet',
  forms: ['action', 'read', 'set', 'test'],
  parameters: [timeResult],
  set: [
    text('host', 'server', 'サーバー'),
    int('timezone', 'zone (quarters)', 'タイムゾーン（15 分単位）'),
  ],
  urc: true,
  row: (row) =>
    row.fields[0]?.quoted
      ? { host: row.text(0), timezone: row.int(1, 'timezone') }
      : { err: row.int(0, 'err') },
})

const a76 = family('SIMCom A76XX Series AT Command Manual V1.09, TCP/IP, SSL', 'simcom')

export default [
  cdnsgip,
  cdnsghname,
  cntp,
  a76.setting('+CIPDNSSET', 'settings of DNS', 'DNS の設定', [
    int('retries', 'tries', '回数'),
    value,
  ]),
  a76.setting('+CDNSCFG', 'DNS servers', 'DNS サーバー', [
    text('dns1', 'DNS 1', 'DNS 1'),
    text('dns2', 'DNS 2', 'DNS 2'),
  ]),
  a76.later(
    '+CHTPUPDATE',
    'getting the time from an HTTP server',
    'HTTP サーバーからの時刻取得',
    [],
    [int('err', 'result', '結果', table('0 success|成功'))],
  ),
  a76.setting('+CHTPSERV', 'servers for the time by HTTP', 'HTTP 時刻サーバー', [
    text('action', 'what to do', '動作'),
    text('host', 'server', 'サーバー'),
    int('port', 'port', 'ポート'),
  ]),
]

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { tlsResult } from '../shared/simcom-results'

const csslcfg = decoder({
  id: '+CSSLCFG',
  title: say('TLS settings', 'TLS の設定'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    text('name', 'setting', '項目'),
    text('value', 'value', '値'),
    text('value2', 'value', '値'),
  ],
})

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

export default [csslcfg, cchopen, cchclose, cchsend, cchstart, cchstop]

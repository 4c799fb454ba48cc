import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { tcpResult } from '../shared/simcom-results'

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

const cntp = decoder({
  id: '+CNTP',
  title: say('clock by NTP', 'NTP による時刻合わせ'),
  does: say('Sets the clock by NTP.', 'NTP で時刻を合わせます。'),
  spec: 'A76XX manual',
  ends: { second: /^\+CNTP: *\d+/ },
  group: 'internet',
  forms: ['action', 'read', 'set', 'test'],
  parameters: [tcpResult],
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

export default [cdnsgip, cdnsghname, cntp]

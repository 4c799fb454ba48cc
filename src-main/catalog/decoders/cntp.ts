import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CNTP',
  title: say('clock by NTP', 'NTP による時刻合わせ'),
  does: say('Sets the clock by NTP.', 'NTP で時刻を合わせます。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'read', 'set', 'test'],
  parameters: [int('err', 'result', '結果', { 0: say('success', '成功') })],
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

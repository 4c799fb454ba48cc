import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CDNSGIP',
  title: say('name lookup inside the modem', 'モデム内蔵の名前解決'),
  does: say('Looks a name up from inside the modem.', 'モデム内蔵の名前解決を行います。'),
  spec: 'A76XX manual p315-351',
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

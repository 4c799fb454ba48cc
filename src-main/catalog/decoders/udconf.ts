import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+UDCONF',
  title: say('setting of the modem', 'モデムの設定'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  forms: ['set', 'test'],
  parameters: [int('op', 'item', '項目')],
  row: (row) => ({
    op: row.int(0, 'op'),
    values: row.fields
      .slice(1)
      .map(({ text }) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text)),
  }),
})

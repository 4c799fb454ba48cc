import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+QCFG',
  title: say('extended setting', '拡張設定'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [text('name', 'setting', '項目')],
  row: (row) => ({
    name: row.text(0),
    values: row.fields
      .slice(1)
      .map(({ text: value }) => (/^-?\d{1,15}$/.test(value) ? Number(value) : value)),
  }),
  setFacts: (row) => ({
    name: row.text(0),
    values: row.fields
      .slice(1)
      .map(({ text: value }) => (/^-?\d{1,15}$/.test(value) ? Number(value) : value)),
  }),
})

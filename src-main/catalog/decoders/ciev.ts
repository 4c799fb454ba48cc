import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CIEV',
  title: say('change of an indicator', 'インジケータの変化'),
  spec: '3GPP TS 27.007, 8.10',
  group: 'control',
  forms: [],
  parameters: [
    int('index', 'indicator', 'インジケータ'),
    text('descr', 'indicator', 'インジケータ'),
    text('value', 'value', '値'),
  ],
  urc: true,
  row(row) {
    const numeric = /^\d{1,3}$/.test(row.text(0) ?? '')
    // A quoted number is a name: `10,"44010"` is an operator.
    const number = !row.fields[1]?.quoted && /^-?\d{1,9}$/.test(row.text(1) ?? '')
    const value = number ? row.int(1) : row.text(1)
    return numeric ? { index: row.int(0, 'index'), value } : { descr: row.text(0), value }
  },
})

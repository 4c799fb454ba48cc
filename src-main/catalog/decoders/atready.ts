import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '*ATREADY',
  prefixes: ['*ATREADY', '+ATREADY'],
  title: say('start of the AT part', 'AT 機能の起動'),
  spec: 'A76XX manual',
  group: 'power',
  forms: [],
  parameters: [int('value', 'value', '値')],
  urc: true,
  row: (row) => ({ event: '*ATREADY', value: row.int(0, 'value') }),
  explain: () => ({
    words: say(
      'The modem has just started and takes AT commands.',
      'モデムが起動し、AT コマンドを受け付けます。',
    ),
    severity: 'notice',
  }),
})

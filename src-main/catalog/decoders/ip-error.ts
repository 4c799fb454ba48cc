import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+IP ERROR',
  prefixes: ['+IP ERROR'],
  title: say('error of the internal IP service', '内蔵 IP サービスのエラー'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [text('text', 'error', 'エラー')],
  urc: true,
  row: (row) => ({ text: row.tail || null }),
  explain: () => ({
    words: say('An error of the internal IP service.', '内蔵 IP サービスのエラーです。'),
    severity: 'failure',
  }),
})

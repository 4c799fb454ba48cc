import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CIPEVENT',
  title: say('event of the internal IP service', '内蔵 IP サービスのイベント'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: () => ({
    words: say(
      'The internal IP service lost its bearer.',
      '内蔵 IP サービスの接続が失われました。',
    ),
    severity: 'warning',
  }),
})

import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+SIMCARD',
  title: say('card contact', 'SIM カードの検出'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: () => ({
    words: say('The SIM was inserted or removed.', 'SIM カードの抜き差しを検出しました。'),
    severity: 'warning',
  }),
})

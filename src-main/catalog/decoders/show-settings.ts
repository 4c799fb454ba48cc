import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: 'AT&V',
  title: say('all settings', '現在の設定一覧'),
  spec: 'ITU-T V.250',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [text('text', 'settings', '設定')],
  free: true,
  answer: (rows) => ({ text: rows.map((row) => row.line.trim()).join('\n') }),
  explain: () => ({
    words: say('The present settings of the modem.', '現在のモデム設定の一覧です。'),
  }),
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'NO DIALTONE',
  pattern: /^NO DIAL ?TONE$/,
  title: say('no dial tone', 'ダイヤルトーンなし'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: () => ({
    words: say(
      'No dial tone: the modem has no network for the call.',
      '発信できる網がありません（ダイヤルトーンなし）。',
    ),
    severity: 'warning',
  }),
})

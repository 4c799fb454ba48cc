import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'NO ANSWER',
  pattern: /^NO ANSWER$/,
  title: say('no answer', '応答なし'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: () => ({
    words: say('The other side did not answer.', '相手側が応答しません。'),
    severity: 'warning',
  }),
})

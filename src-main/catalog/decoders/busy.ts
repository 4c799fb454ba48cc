import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'BUSY',
  pattern: /^BUSY$/,
  title: say('busy', '話中'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: () => ({
    words: say('The other side is busy.', '相手側が話中です。'),
    severity: 'warning',
  }),
})

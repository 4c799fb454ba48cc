import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'NO CARRIER',
  pattern: /^NO CARRIER$/,
  title: say('end of a connection', '接続の終了'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  explain: () => ({
    words: say(
      'The data call ended or could not be set up.',
      'データ接続が終了したか、確立できませんでした。',
    ),
    severity: 'warning',
  }),
})

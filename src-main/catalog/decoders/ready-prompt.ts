import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'Ready',
  pattern: /^Ready$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Nordic Serial Modem',
  group: 'power',
  explain: () => ({
    words: say(
      'The firmware has just started and takes AT commands.',
      'ファームウェアが起動し、AT コマンドを受け付けます。',
    ),
    severity: 'notice',
  }),
})

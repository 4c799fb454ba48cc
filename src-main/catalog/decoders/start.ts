import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'START',
  pattern: /^START$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'SIM5320 AT manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The modem has just started: earlier settings of the session are gone.',
      'モデムが起動しました。それまでの一時的な設定は失われています。',
    ),
    severity: 'notice',
  }),
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'APP RDY',
  pattern: /^APP RDY$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Quectel BG96 manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The application part of the modem is ready.',
      'モデムのアプリケーション部が起動しました。',
    ),
    severity: 'notice',
  }),
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'PB DONE',
  pattern: /^PB DONE$/,
  title: say('phone book ready', '電話帳の準備完了'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The phone book is ready: the modem has booted fully.',
      '電話帳の準備が完了し、モデムの起動が終わりました。',
    ),
  }),
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'SEND OK',
  pattern: /^(?:\d{1,2},\s*)?SEND OK$/,
  title: say('data sent', '送信完了'),
  spec: 'SIM800 and Quectel manuals',
  group: 'internet',
  final: 'soft',
  explain: () => ({
    words: say('The data was handed over for sending.', 'データの送信を受け付けました。'),
  }),
})

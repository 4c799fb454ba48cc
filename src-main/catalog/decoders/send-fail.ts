import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'SEND FAIL',
  pattern: /^(?:\d{1,2},\s*)?SEND FAIL$/,
  title: say('data not sent', '送信失敗'),
  spec: 'SIM800 and Quectel manuals',
  group: 'internet',
  final: 'soft',
  explain: () => ({
    words: say('The data was not sent.', 'データを送信できませんでした。'),
    severity: 'failure',
  }),
})

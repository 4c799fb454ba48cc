import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'CONNECT FAIL',
  pattern: /^(?:\d{1,2},\s*)?CONNECT FAIL$/,
  title: say('socket not open', 'ソケットの接続失敗'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  explain: () => ({
    words: say('The socket could not be opened.', 'ソケットを接続できませんでした。'),
    severity: 'failure',
  }),
})

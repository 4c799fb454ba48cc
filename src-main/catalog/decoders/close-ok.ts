import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'CLOSE OK',
  pattern: /^(?:\d{1,2},\s*)?CLOSE OK$/,
  title: say('socket closed', 'ソケットの切断'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  final: 'soft',
  explain: () => ({ words: say('The socket is closed.', 'ソケットを閉じました。') }),
})

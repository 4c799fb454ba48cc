import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'CLOSED',
  pattern: /^(?:\d{1,2},\s*)?CLOSED$/,
  title: say('socket closed by the other side', '相手側からの切断'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  explain: () => ({
    words: say('The other side closed the socket.', '相手側がソケットを閉じました。'),
    severity: 'notice',
  }),
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'CONNECT OK',
  pattern: /^(?:\d{1,2},\s*)?(?:CONNECT OK|ALREADY CONNECT)$/,
  title: say('socket open', 'ソケットの接続'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  explain: () => ({ words: say('The socket is open.', 'ソケットが接続されました。') }),
})

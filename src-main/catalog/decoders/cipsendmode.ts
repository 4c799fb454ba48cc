import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPSENDMODE',
  title: say('what OK means for sent data', '送信完了の条件'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('handed to the stack', 'スタックに渡した時点'),
      1: say('acknowledged by the peer', '相手の ACK を受けた時点'),
    }),
  ],
})

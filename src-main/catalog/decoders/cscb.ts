import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CSCB',
  title: say('cell broadcast', 'セル同報'),
  spec: '3GPP TS 27.005, 3.3.4',
  group: 'sms',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('accepted', '受信する'),
      1: say('not accepted', '受信しない'),
    }),
    text('mids', 'message ids', 'メッセージ ID'),
    text('dcss', 'codings', '符号化'),
  ],
})

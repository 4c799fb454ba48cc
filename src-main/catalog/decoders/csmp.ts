import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSMP',
  title: say('text mode parameters', 'テキストモードの設定'),
  spec: '3GPP TS 27.005, 3.3.3',
  group: 'sms',
  parameters: [
    int('fo', 'first octet', '先頭オクテット'),
    int('vp', 'validity', '有効期間'),
    int('pid', 'protocol', 'プロトコル'),
    int('dcs', 'coding', '符号化'),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CNMI',
  title: say('how new messages are reported', 'SMS 受信通知の設定'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  parameters: [
    int('mode', 'mode', 'モード'),
    int('mt', 'messages', 'SMS'),
    int('bm', 'broadcasts', '同報'),
    int('ds', 'reports', '配信レポート'),
    int('bfr', 'buffer', 'バッファ'),
  ],
})

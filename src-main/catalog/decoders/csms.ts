import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSMS',
  title: say('message service', 'SMS サービス'),
  spec: '3GPP TS 27.005, 3.2.1',
  group: 'sms',
  parameters: [
    int('service', 'service', 'サービス'),
    int('mt', 'receiving', '受信'),
    int('mo', 'sending', '送信'),
    int('bm', 'broadcast', '同報'),
  ],
  set: [int('service', 'service', 'サービス')],
})

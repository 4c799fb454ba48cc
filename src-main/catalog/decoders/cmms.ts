import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMMS',
  title: say('keeping the link between messages', '連続送信'),
  spec: '3GPP TS 27.005, 3.5.6',
  group: 'sms',
  parameters: [int('n', 'mode', 'モード')],
})

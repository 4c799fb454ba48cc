import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGSMS',
  title: say('way of messages', 'SMS の経路'),
  spec: '3GPP TS 27.007, 10.1.21',
  group: 'sms',
  parameters: [
    int('service', 'way', '経路', {
      0: say('packet', 'パケット'),
      1: say('circuit', '回線交換'),
      2: say('packet preferred', 'パケット優先'),
      3: say('circuit preferred', '回線交換優先'),
    }),
  ],
})

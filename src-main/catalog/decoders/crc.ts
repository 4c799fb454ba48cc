import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CRC',
  title: say('form of RING', 'RING の形式'),
  spec: '3GPP TS 27.007, 6.11',
  group: 'call',
  parameters: [int('mode', '+CRING instead of RING', 'RING の代わりに +CRING', offOn)],
})

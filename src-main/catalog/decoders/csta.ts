import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSTA',
  title: say('type of address', '番号種別'),
  spec: '3GPP TS 27.007, 6.1',
  group: 'call',
  parameters: [int('type', 'type', '種別')],
})

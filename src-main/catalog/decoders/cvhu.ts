import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CVHU',
  title: say('what ATH does to calls', 'ATH による通話切断'),
  spec: '3GPP TS 27.007, 6.20',
  group: 'call',
  parameters: [int('mode', 'mode', 'モード')],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMOD',
  title: say('mode of calls', '発着信モード'),
  spec: '3GPP TS 27.007, 6.4',
  group: 'call',
  parameters: [int('mode', 'mode', 'モード')],
})

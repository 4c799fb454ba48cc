import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CSIL',
  title: say('silence command', '消音モード'),
  spec: '3GPP TS 27.007, 8.38',
  group: 'call',
  parameters: [int('mode', 'silence', '消音', offOn)],
})

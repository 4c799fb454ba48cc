import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CRSL',
  title: say('ringer volume', '着信音量'),
  spec: '3GPP TS 27.007, 8.21',
  group: 'call',
  parameters: [int('level', 'level', 'レベル')],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CLVL',
  title: say('loudspeaker volume', '受話音量'),
  spec: '3GPP TS 27.007, 8.23',
  group: 'call',
  parameters: [int('level', 'level', 'レベル')],
})

import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CMUT',
  title: say('microphone', 'マイクのミュート'),
  spec: '3GPP TS 27.007, 8.24',
  group: 'call',
  parameters: [int('n', 'mute', 'ミュート', offOn)],
})

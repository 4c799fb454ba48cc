import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CPCMREG',
  title: say('PCM audio', 'PCM 音声'),
  spec: 'SIM7600 AT manual',
  group: 'simcom',
  parameters: [int('n', 'audio', '音声', offOn)],
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'ATA',
  title: say('answering', '着信応答'),
  does: say('Answers a call.', '着信に応答します。'),
  spec: 'ITU-T V.250, 6.3.5',
  group: 'basic',
  forms: ['action'],
  free: true,
})

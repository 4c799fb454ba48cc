import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'RING',
  pattern: /^RING$/,
  title: say('incoming call', '着信'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'call',
  explain: () => ({ words: say('A call is coming in.', '着信があります。'), severity: 'notice' }),
})

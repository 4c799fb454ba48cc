import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPMODE',
  title: say('transparent mode', '透過モード'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('mode', 'transparent', '透過', offOn)],
})

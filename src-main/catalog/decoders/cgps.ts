import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CGPS',
  title: say('GPS', 'GPS'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [int('on', 'GPS', 'GPS', offOn), int('mode', 'mode', 'モード')],
})

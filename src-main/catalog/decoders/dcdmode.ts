import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+DCDMODE',
  title: say('use of the DCD pin', 'DCD 端子の用途'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [int('mode', 'DCD', 'DCD', offOn)],
})

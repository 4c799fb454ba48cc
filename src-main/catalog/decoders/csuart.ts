import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSUART',
  title: say('number of UART wires', 'UART の線数'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [int('mode', 'wires', '線数', { 0: say('three', '3 線'), 1: say('seven', '7 線') })],
})

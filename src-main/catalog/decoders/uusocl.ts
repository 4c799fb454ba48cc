import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+UUSOCL',
  title: say('socket closed', 'ソケットの切断'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  forms: [],
  parameters: [int('socket', 'socket', 'ソケット')],
  urc: true,
})

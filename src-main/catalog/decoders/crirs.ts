import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+CRIRS',
  title: say('RI line', 'RI 信号の解除'),
  does: say('Clears the RI line.', 'RI 信号を解除します。'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  forms: ['action', 'test'],
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+CPINGSTOP',
  title: say('end of a ping', 'ping の中止'),
  does: say('Stops the ping inside the modem.', 'モデム内蔵の ping を中止します。'),
  spec: 'A76XX manual p150',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [],
})

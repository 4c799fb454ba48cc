import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '#SHDN',
  title: say('power-off', '電源オフ'),
  does: say('Turns the modem off.', 'モデムの電源をオフにします。'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'test'],
})

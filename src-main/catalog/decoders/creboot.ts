import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+CREBOOT',
  title: say('reboot', '再起動'),
  does: say('Reboots the modem.', 'モデムを再起動します。'),
  spec: 'SIM7070 AT manual',
  group: 'power',
  forms: ['action', 'test'],
})

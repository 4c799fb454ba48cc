import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '#REBOOT',
  title: say('reboot', '再起動'),
  does: say('Reboots the modem.', 'モデムを再起動します。'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'test'],
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+CPOF',
  title: say('power-off', '電源オフ'),
  does: say(
    'Turns the modem off cleanly; wait for STATUS to drop before cutting the supply.',
    'モデムを正常に電源オフします。STATUS が落ちるまで電源を切らないでください。',
  ),
  spec: 'A76XX manual p73',
  group: 'power',
  forms: ['action', 'test'],
})

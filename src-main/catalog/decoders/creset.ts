import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+CRESET',
  title: say('reset', 'リセット'),
  does: say(
    'Resets the modem; it boots again in 10 to 15 s.',
    'モデムをリセットします（再起動に 10〜15 秒）。',
  ),
  spec: 'A76XX manual p73',
  group: 'power',
  forms: ['action', 'test'],
})

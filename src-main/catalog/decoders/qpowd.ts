import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+QPOWD',
  title: say('power-off', '電源オフ'),
  does: say('Turns the modem off.', 'モデムの電源をオフにします。'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'set', 'test'],
  parameters: [
    int('n', 'mode', 'モード', { 0: say('at once', '即時'), 1: say('clean', '正常終了') }),
  ],
})

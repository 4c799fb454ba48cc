import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+AUTOCSQ',
  title: say('signal strength unasked', '電波強度の自動通知'),
  spec: 'A76XX manual p71',
  group: 'simcom',
  parameters: [
    int('auto', 'reports', '通知', offOn),
    int('mode', 'when', '条件', {
      0: say('every five seconds', '5 秒ごと'),
      1: say('on change', '変化時'),
    }),
  ],
})

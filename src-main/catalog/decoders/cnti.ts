import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '*CNTI',
  title: say('technology in use', '現在の無線方式'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [
    int('n', 'kind', '種別', {
      0: say('now', '現在'),
      1: say('available', '利用可能'),
      2: say('supported', '対応'),
    }),
    text('tech', 'technology', '方式'),
  ],
  set: [int('n', 'kind', '種別')],
})

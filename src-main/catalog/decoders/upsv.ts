import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+UPSV',
  title: say('power saving of the UART', 'UART の省電力'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('off', 'オフ'),
      1: say('on, by timer', 'オン（タイマー）'),
      2: say('by RTS', 'RTS で制御'),
      3: say('by DTR', 'DTR で制御'),
      4: say('on', 'オン'),
    }),
    int('timeout', 'frames', 'フレーム数'),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'AT&S',
  title: say('DSR line', 'DSR 信号'),
  does: say('Sets DSR line.', 'DSR 信号を設定します。'),
  spec: 'ITU-T V.250',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('always on', '常にオン'),
      1: say('follows the state', '状態に連動'),
    }),
  ],
  free: true,
})

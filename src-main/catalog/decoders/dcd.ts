import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'AT&C',
  title: say('DCD line', 'DCD 信号'),
  does: say('Sets DCD line.', 'DCD 信号を設定します。'),
  spec: 'ITU-T V.250, 6.2.8',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('always on', '常にオン'),
      1: say('follows the carrier', '接続中のみオン'),
    }),
  ],
  free: true,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATE',
  title: say('echo', 'エコー'),
  does: say('Sets echo.', 'エコーを設定します。'),
  spec: 'ITU-T V.250, 6.2.4',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値', { 0: say('off', 'オフ'), 1: say('on', 'オン') })],
  free: true,
})

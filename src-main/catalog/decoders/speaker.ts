import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATM',
  title: say('speaker', 'スピーカー'),
  does: say('Sets speaker.', 'スピーカーを設定します。'),
  spec: 'ITU-T V.250, 6.3.14',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

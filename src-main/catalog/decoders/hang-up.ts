import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATH',
  title: say('hang-up', '切断'),
  does: say('Hangs up; a data call ends too.', '回線を切断します（データ接続も終了）。'),
  spec: 'ITU-T V.250, 6.3.6',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

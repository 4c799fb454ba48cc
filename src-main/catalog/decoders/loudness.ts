import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATL',
  title: say('speaker volume', 'スピーカー音量'),
  does: say('Sets speaker volume.', 'スピーカー音量を設定します。'),
  spec: 'ITU-T V.250, 6.3.13',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

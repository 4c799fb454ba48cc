import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATZ',
  title: say('saved settings', '保存済み設定'),
  does: say('Goes back to the saved settings.', '保存済みの設定に戻します。'),
  spec: 'ITU-T V.250, 6.1.1',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

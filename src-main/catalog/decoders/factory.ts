import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'AT&F',
  title: say('factory settings', '工場出荷設定'),
  does: say('Goes back to factory settings.', '設定を工場出荷時の値に戻します。'),
  spec: 'ITU-T V.250, 6.1.2',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

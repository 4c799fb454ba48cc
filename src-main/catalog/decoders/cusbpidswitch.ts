import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CUSBPIDSWITCH',
  title: say('USB composition', 'USB 構成の切り替え'),
  spec: 'SIM7600 AT manual',
  group: 'simcom',
  parameters: [
    int('pid', 'product id', '製品 ID'),
    int('reset', 'restart', '再起動'),
    int('save', 'saved', '保存'),
  ],
})

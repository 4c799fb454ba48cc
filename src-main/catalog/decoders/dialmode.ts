import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+DIALMODE',
  title: say('USB network dial', 'USB ネットワークの自動接続'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [
    int('mode', 'dial', '接続', { 0: say('automatic', '自動'), 1: say('by hand', '手動') }),
  ],
})

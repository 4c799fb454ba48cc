import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPCA',
  title: say('attach without a PDN', 'PDN なしアタッチ'),
  spec: '3GPP TS 27.007, 10.1.33',
  group: 'packet',
  parameters: [int('n', 'mode', 'モード'), int('attach', 'attach without PDN', 'PDN なしアタッチ')],
})

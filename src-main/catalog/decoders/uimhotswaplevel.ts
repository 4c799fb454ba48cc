import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+UIMHOTSWAPLEVEL',
  title: say('level of the SIM detection pin', 'SIM 検出端子の論理'),
  spec: 'A76XX manual',
  group: 'sim',
  parameters: [
    int('level', 'active', '有効論理', { 0: say('low', 'Low'), 1: say('high', 'High') }),
  ],
})

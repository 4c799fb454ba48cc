import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+URAT',
  title: say('radio technologies in use', '使用する無線方式'),
  spec: 'u-blox AT manual',
  group: 'u-blox',
  parameters: [int('act', 'technology', '方式'), int('preferred', 'first', '優先')],
})

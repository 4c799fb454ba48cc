import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CSPN',
  title: say('name of the SIM issuer', 'SIM の発行者名（SPN）'),
  spec: 'A76XX manual',
  group: 'sim',
  parameters: [text('spn', 'name', '名称'), int('display', 'show', '表示')],
})

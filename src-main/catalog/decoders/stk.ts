import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+STK',
  title: say('SIM toolkit', 'SIM ツールキットの使用'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [int('value', 'toolkit', 'ツールキット', offOn)],
})

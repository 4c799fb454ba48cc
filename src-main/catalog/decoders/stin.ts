import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+STIN',
  title: say('item of the SIM toolkit', 'SIM ツールキット'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  forms: ['read'],
  parameters: [int('cmd_id', 'item', '項目')],
  urc: true,
})

import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

const stk = decoder({
  id: '+STK',
  title: say('SIM toolkit', 'SIM ツールキットの使用'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [int('value', 'toolkit', 'ツールキット', offOn)],
})

const stin = decoder({
  id: '+STIN',
  title: say('item of the SIM toolkit', 'SIM ツールキット'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  forms: ['read'],
  parameters: [int('cmd_id', 'item', '項目')],
  urc: true,
})

export default [stk, stin]

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

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

/** What the card asks for, as BER-TLV (3GPP TS 31.111, 6.6). */
const mstk = decoder({
  id: '+MSTK',
  title: say('news of the SIM toolkit', 'SIM ツールキットの通知'),
  spec: 'SIMCom A76XX Series AT Command Manual, SIM toolkit',
  group: 'simcom',
  forms: [],
  parameters: [int('kind', 'kind', '種別'), text('data', 'data', 'データ')],
  urc: true,
})

export default [stk, stin, mstk]

import { decoder } from '@core/at/decoder'
import { int, offOn, say, text } from '@core/at/parameter'

export default decoder({
  id: '%MDMEV',
  title: say('event of the modem', 'モデムのイベント'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['set'],
  parameters: [text('event', 'event', 'イベント')],
  set: [int('mode', 'reports', '通知', offOn)],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
})

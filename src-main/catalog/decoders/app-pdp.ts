import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+APP PDP',
  prefixes: ['+APP PDP'],
  title: say('network of the modem', '内蔵ネットワーク'),
  spec: 'SIM7070 AT manual',
  group: 'internet',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
})

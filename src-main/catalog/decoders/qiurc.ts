import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+QIURC',
  title: say('event of the internal TCP/IP', '内蔵 TCP/IP のイベント'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.text(0), values: row.fields.slice(1).map((field) => field.text) }),
})

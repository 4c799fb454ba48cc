import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

export default decoder({
  id: '+CRING',
  title: say('incoming call', '着信'),
  spec: '3GPP TS 27.007, 6.11',
  group: 'call',
  forms: [],
  urc: true,
  parameters: [text('type', 'type', '種別')],
  row: (row: Row) => ({ type: row.tail || null }),
})

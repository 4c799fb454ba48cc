import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+NITZ',
  title: say('time from the network', '網からの時刻'),
  spec: 'A76XX manual',
  group: 'control',
  forms: [],
  parameters: [text('time', 'time', '日時')],
  urc: true,
  row: (row) => ({ time: row.tail || null }),
})

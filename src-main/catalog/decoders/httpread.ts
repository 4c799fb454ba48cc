import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+HTTPREAD',
  title: say('HTTP answer', 'HTTP 応答の読み出し'),
  does: say('Reads the HTTP answer.', 'HTTP 応答を読み出します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['read', 'set', 'test'],
  parameters: [text('text', 'octets', 'オクテット数')],
  set: [int('start_offset', 'offset', '開始位置'), int('byte_size', 'octets', 'オクテット数')],
  urc: true,
  row: (row) => ({ text: row.tail || null }),
})

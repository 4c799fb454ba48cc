import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

export default decoder({
  id: 'RECV FROM',
  prefixes: ['RECV FROM'],
  title: say('data from an internal socket', '内蔵ソケットの受信'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [secret('address', text('source', 'sender', '送信元'))],
  urc: true,
  row: (row) => {
    row.markText(row.tail, 'address')
    return { source: row.tail || null }
  },
})

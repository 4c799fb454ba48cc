import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { positional } from '@core/at/read-facts'
import { Row } from '@core/at/row'

const parameters = [
  int('mode', 'mode', 'モード'),
  int('link_num', 'socket', 'ソケット'),
  int('read_len', 'read', '読み出し長'),
  int('rest_len', 'left', '残り'),
]

export default decoder({
  id: '+CIPRXGET',
  title: say('reading from an internal socket', '内蔵ソケットの受信'),
  does: say('Reads from an internal socket.', '内蔵ソケットの受信データを読み出します。'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters,
  set: [
    int('mode', 'mode', 'モード'),
    int('link_num', 'socket', 'ソケット'),
    int('len', 'octets', 'オクテット数'),
  ],
  urc: true,
  setAnswers: true,
  body: 'answer',
  answer(rows) {
    const facts = positional(rows.find((row) => row.tailStart > 0) ?? new Row(''), parameters)
    const data = rows.filter((row) => row.tailStart === 0).map((row) => row.line)
    return data.length > 0 ? { ...facts, data: data.join('\n') } : facts
  },
})

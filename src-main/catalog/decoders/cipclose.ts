import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPCLOSE',
  title: say('end of an internal socket', '内蔵ソケットの切断'),
  does: say('Closes an internal socket.', '内蔵ソケットを閉じます。'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['set', 'read', 'test'],
  parameters: [
    int('link_num', 'socket', 'ソケット'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [int('link_num', 'socket', 'ソケット')],
  urc: true,
  row(row, asked) {
    if (asked.form === 'read') return { states: row.fields.map((_field, i) => row.int(i) ?? null) }
    return { link_num: row.int(0, 'link_num'), err: row.int(1, 'err') }
  },
})

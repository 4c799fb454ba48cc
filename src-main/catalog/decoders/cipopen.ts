import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CIPOPEN',
  title: say('internal socket', '内蔵ソケットの接続'),
  does: say(
    'Opens an internal socket; the result comes as +CIPOPEN.',
    '内蔵ソケットを接続します。結果は +CIPOPEN で通知されます。',
  ),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [
    int('link_num', 'socket', 'ソケット'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('link_num', 'socket', 'ソケット'),
    text('type', 'type', '種別'),
    text('server_ip', 'server', 'サーバー'),
    int('server_port', 'port', 'ポート'),
    int('local_port', 'own port', '自ポート'),
  ],
  urc: true,
  row(row) {
    const result = row.count <= 2 && !row.fields[1]?.quoted
    return result
      ? { link_num: row.int(0, 'link_num'), ...(row.count > 1 ? { err: row.int(1, 'err') } : {}) }
      : {
          link_num: row.int(0, 'link_num'),
          type: row.text(1),
          server_ip: row.text(2),
          server_port: row.int(3, 'server_port'),
          index: row.int(4, 'index'),
        }
  },
})

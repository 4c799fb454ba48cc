import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+QIOPEN',
  title: say('internal socket', '内蔵ソケットの接続'),
  does: say('Opens an internal socket.', '内蔵ソケットを接続します。'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [
    int('connect_id', 'socket', 'ソケット'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('context_id', 'context', 'cid'),
    int('connect_id', 'socket', 'ソケット'),
    text('service_type', 'type', '種別'),
    text('remote', 'server', 'サーバー'),
    int('remote_port', 'port', 'ポート'),
  ],
  urc: true,
})

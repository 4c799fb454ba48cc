import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CCHSEND',
  title: say('sending over TLS', 'TLS での送信'),
  does: say('Sends over a TLS connection.', 'TLS 接続で送信します。'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('session_id', 'session', 'セッション'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [int('session_id', 'session', 'セッション'), int('length', 'octets', 'オクテット数')],
  urc: true,
})

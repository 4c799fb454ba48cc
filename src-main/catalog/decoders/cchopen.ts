import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CCHOPEN',
  title: say('TLS connection', 'TLS 接続'),
  does: say(
    'Opens a TLS connection; the result comes as +CCHOPEN.',
    'TLS で接続します。結果は +CCHOPEN で通知されます。',
  ),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('session_id', 'session', 'セッション'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('session_id', 'session', 'セッション'),
    text('host', 'server', 'サーバー'),
    int('port', 'port', 'ポート'),
    int('client_type', 'type', '種別', { 1: say('TCP', 'TCP'), 2: say('TLS', 'TLS') }),
  ],
  urc: true,
})

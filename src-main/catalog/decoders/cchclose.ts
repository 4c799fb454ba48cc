import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CCHCLOSE',
  title: say('end of a TLS connection', 'TLS の切断'),
  does: say('Closes a TLS connection.', 'TLS 接続を切断します。'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('session_id', 'session', 'セッション'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [int('session_id', 'session', 'セッション')],
  urc: true,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CCHSTOP',
  title: say('end of the TLS service', 'TLS サービスの終了'),
  does: say('Ends the TLS service.', 'TLS サービスを終了します。'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [int('err', 'result', '結果', { 0: say('success', '成功') })],
  urc: true,
})

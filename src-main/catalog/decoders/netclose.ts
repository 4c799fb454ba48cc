import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+NETCLOSE',
  title: say('end of the internal IP service', '内蔵 IP サービスの終了'),
  does: say('Closes the internal IP service.', '内蔵 IP サービスを終了します。'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [int('err', 'result', '結果', { 0: say('success', '成功') })],
  urc: true,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CCHSTART',
  title: say('TLS service', 'TLS サービス'),
  does: say(
    'Starts the TLS service; the result comes as +CCHSTART.',
    'TLS サービスを開始します。結果は +CCHSTART で通知されます。',
  ),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [int('err', 'result', '結果', { 0: say('success', '成功') })],
  urc: true,
})

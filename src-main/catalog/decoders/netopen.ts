import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+NETOPEN',
  title: say('internal IP service', '内蔵 IP サービス'),
  does: say(
    'Opens the internal IP service; the result comes as +NETOPEN after OK.',
    '内蔵 IP サービスを開始します。結果は OK の後の +NETOPEN で通知されます。',
  ),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['action', 'read', 'set', 'test'],
  parameters: [int('err', 'result', '結果', { 0: say('success', '成功') })],
  urc: true,
  isUnsolicited: () => false,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CNMA',
  title: say('acknowledgement of a message', 'SMS の受信確認'),
  does: say('Acknowledges a received message.', '受信した SMS の確認応答を返します。'),
  spec: '3GPP TS 27.005, 3.4.4',
  group: 'sms',
  forms: ['action', 'set', 'test'],
  parameters: [int('n', 'kind', '種別')],
})

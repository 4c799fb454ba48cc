import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMGD',
  title: say('deletion of messages', 'SMS の削除'),
  does: say('Deletes messages.', 'SMS を削除します。'),
  spec: '3GPP TS 27.005, 3.5.4',
  group: 'sms',
  forms: ['set', 'test'],
  parameters: [int('index', 'index', '番号'), int('delflag', 'which', '範囲')],
})

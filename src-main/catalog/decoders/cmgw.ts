import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CMGW',
  title: say('storing of a message', 'SMS の保存'),
  does: say('Stores a message.', 'SMS を保存します。'),
  spec: '3GPP TS 27.005, 3.5.3',
  group: 'sms',
  forms: ['set', 'action', 'test'],
  parameters: [int('index', 'index', '番号')],
  set: [
    secret('number', text('da', 'number or octets', '宛先またはオクテット数')),
    int('toda', 'type of number', '番号種別'),
  ],
})

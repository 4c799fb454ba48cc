import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CMGS',
  title: say('sending of a message', 'SMS の送信'),
  does: say(
    'Sends a message; the text follows after the prompt >.',
    'SMS を送信します（プロンプト > の後に本文を送ります）。',
  ),
  spec: '3GPP TS 27.005, 3.5.1',
  group: 'sms',
  forms: ['set', 'test'],
  parameters: [int('mr', 'reference', '参照番号')],
  set: [
    secret('number', text('da', 'number or octets', '宛先またはオクテット数')),
    int('toda', 'type of number', '番号種別'),
  ],
})

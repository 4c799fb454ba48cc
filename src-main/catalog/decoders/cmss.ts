import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CMSS',
  title: say('sending of a stored message', '保存済み SMS の送信'),
  does: say('Sends a stored message.', '保存済み SMS を送信します。'),
  spec: '3GPP TS 27.005, 3.5.2',
  group: 'sms',
  forms: ['set', 'test'],
  parameters: [int('mr', 'reference', '参照番号')],
  set: [int('index', 'index', '番号'), secret('number', text('da', 'number', '宛先'))],
})

import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

export default decoder({
  id: '+CCFC',
  title: say('call forwarding', '転送電話'),
  spec: '3GPP TS 27.007, 7.11',
  group: 'call',
  forms: ['set', 'test'],
  parameters: [
    int('status', 'forwarding', '転送', offOn),
    int('class', 'class', 'クラス'),
    secret('number', text('number', 'number', '番号')),
    int('type', 'type of number', '番号種別'),
  ],
  set: [
    int('reason', 'reason', '条件'),
    int('mode', 'mode', '動作'),
    secret('number', text('number', 'number', '番号')),
    int('type', 'type of number', '番号種別'),
    int('class', 'class', 'クラス'),
  ],
})

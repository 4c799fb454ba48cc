import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CPBW',
  title: say('writing to the phone book', '電話帳への書き込み'),
  does: say('Writes to the phone book.', '電話帳に書き込みます。'),
  spec: '3GPP TS 27.007, 8.14',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [
    int('index', 'place', '番号'),
    secret('number', text('number', 'number', '電話番号')),
    int('type', 'type of number', '番号種別'),
    secret('number', text('alpha', 'name', '名前')),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CPBR',
  title: say('entries of the phone book', '電話帳の内容'),
  does: say('Reads the phone book.', '電話帳を読み出します。'),
  spec: '3GPP TS 27.007, 8.12',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [
    int('index', 'place', '番号'),
    secret('number', text('number', 'number', '電話番号')),
    int('type', 'type of number', '番号種別'),
    secret('number', text('alpha', 'name', '名前')),
  ],
  set: [int('index1', 'first', '開始'), int('index2', 'to', '終了')],
  list: 'entries',
  asks: true,
})

import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CPBF',
  title: say('search in the phone book', '電話帳の検索'),
  does: say('Searches the phone book.', '電話帳を検索します。'),
  spec: '3GPP TS 27.007, 8.13',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [
    int('index', 'place', '番号'),
    secret('number', text('number', 'number', '電話番号')),
    int('type', 'type of number', '番号種別'),
    secret('number', text('alpha', 'name', '名前')),
  ],
  set: [text('findtext', 'text', '検索文字列')],
  list: 'entries',
  asks: true,
})

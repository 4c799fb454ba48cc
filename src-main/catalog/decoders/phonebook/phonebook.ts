import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

const cpbs = decoder({
  id: '+CPBS',
  title: say('phone book store', '電話帳の保存先'),
  spec: '3GPP TS 27.007, 8.11',
  group: 'sim',
  parameters: [
    text('storage', 'store', '保存先'),
    int('used', 'used', '使用数'),
    int('total', 'of', '最大数'),
  ],
})

const cpbr = decoder({
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
    secret('name', text('alpha', 'name', '名前')),
  ],
  set: [int('index1', 'first', '開始'), int('index2', 'to', '終了')],
  list: 'entries',
  asks: true,
})

const cpbf = decoder({
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
    secret('name', text('alpha', 'name', '名前')),
  ],
  set: [text('findtext', 'text', '検索文字列')],
  list: 'entries',
  asks: true,
})

const cpbw = decoder({
  id: '+CPBW',
  alone: say('Deletes phone book entry #.', '電話帳の # 番を削除します。'),
  title: say('writing to the phone book', '電話帳への書き込み'),
  does: say('Writes to the phone book.', '電話帳に書き込みます。'),
  spec: '3GPP TS 27.007, 8.14',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [
    int('index', 'place', '番号'),
    secret('number', text('number', 'number', '電話番号')),
    int('type', 'type of number', '番号種別'),
    secret('name', text('alpha', 'name', '名前')),
  ],
})

export default [cpbs, cpbr, cpbf, cpbw]

import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { item, mode } from '../shared/vocabulary'

const { action, question } = family('Siemens/Cinterion TC65/MC55i/EHSx AT Command Set', 'cinterion')

const number = secret('number', text('number', 'number', '番号'))
const entry = int('index', 'entry', '番号')

export default [
  question('^SCDM', 'last numbers that were dialled', '最後に発信した番号', [number], {
    set: [item],
  }),
  question('^SPBC', 'first entry of the phone book by letter', '電話帳の頭文字検索', [entry], {
    set: [text('letter', 'letter', '文字')],
  }),
  action('^SPBD', 'clearing a store of the phone book', '電話帳の消去', [item]),
  question('^SPBG', 'entries of the phone book in order', '電話帳の並べ替え一覧', [entry, number], {
    set: [entry, entry],
  }),
  question('^SPBS', 'steps through the phone book', '電話帳の順送り', [entry, number], {
    set: [mode],
  }),
]

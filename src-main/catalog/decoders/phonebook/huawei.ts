import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'

const { action, question } = family(
  'Huawei ME909s/MU709/ME906 AT Command Interface Specification',
  'huawei',
)

const number = secret('number', text('number', 'number', '番号'))

export default [
  question(
    '^SCPBR',
    'entry of the phone book',
    '電話帳の読み出し',
    [int('index', 'entry', '番号'), number],
    {
      set: [int('index', 'entry', '番号')],
    },
  ),
  action('^SCPBW', 'writing an entry of the phone book', '電話帳の書き込み', [
    int('index', 'entry', '番号'),
    number,
  ]),
]

import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, state, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Siemens/Cinterion TC65/MC55i/EHSx AT Command Set',
  'cinterion',
)

const number = secret('number', text('number', 'number', '番号'))

export default [
  question('^SACM', 'costs of calls', '通話料金', [value], { set: [onOff] }),
  setting('^SALS', 'line of the subscriber', '回線の選択', [onOff, mode]),
  question('^SCNI', 'calls and their numbers', '通話と相手番号', [
    int('id', 'call', '通話'),
    state,
    number,
  ]),
  action('^SHUP', 'ending calls by cause', '原因を指定した切断', [int('cause', 'cause', '原因')]),
  setting('^SM20', 'behaviour of calls and messages as the M20', 'M20 互換の動作', [mode, mode]),
  question('^STCD', 'duration of calls', '通話時間', [value]),
]

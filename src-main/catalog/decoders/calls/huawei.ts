import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, state } from '../shared/vocabulary'

const { action, news } = family(
  'Huawei ME909s/MU709/ME906 AT Command Interface Specification',
  'huawei',
)

const callId = int('call', 'call', '通話')
const number = secret('number', text('number', 'number', '番号'))

export default [
  news('^DSCI', 'state of a call', '通話の状態', [
    callId,
    int('dir', 'direction', '方向'),
    state,
    mode,
    mode,
    number,
  ]),
  action('^DTMF', 'sending a tone in a call', '通話中の DTMF 送出', [
    callId,
    text('key', 'key', 'キー'),
  ]),
]

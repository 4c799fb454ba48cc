import { text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode } from '../shared/vocabulary'

const { action, setting } = family('3GPP TS 27.007', 'control')

export default [
  setting('+CMEC', 'control of keys, display and indicators', 'キー・表示・状態の制御権', [mode]),
  action('+CKPD', 'sending key presses', 'キー操作の送出', [text('keys', 'keys', 'キー')]),
  setting('+CDIS', 'display of the modem', 'モデムの表示', [text('text', 'text', 'テキスト')]),
]

import { family } from '../shared/family'
import { mode, value } from '../shared/vocabulary'

const { question, setting } = family(
  'Siemens/Cinterion TC65/MC55i/EHSx AT Command Set',
  'cinterion',
)

export default [
  question('^SLMS', 'memory for messages', 'メッセージの保存先', [value]),
  setting('^SSDA', 'how messages are shown', 'メッセージの表示方法', [mode]),
  setting('^SSMSS', 'order of the messages', 'メッセージの並び順', [mode]),
]

import { family } from '../shared/family'
import { mode, password, value } from '../shared/vocabulary'

const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')
const base = family('u-blox AT Commands Manual (UBX-13002752)', 'u-blox')

export default [
  toby.setting('+USATW', 'use of the SIM toolkit', 'SIM ツールキットの使用', [mode]),
  toby.action('+USATE', 'sending an envelope to the SIM', 'SIM への ENVELOPE 送信', [value]),
  toby.action(
    '+USATR',
    'sending a terminal response to the SIM',
    'SIM への TERMINAL RESPONSE 送信',
    [value],
  ),
  base.setting('+USIMLCK', 'SIM lock', 'SIM ロック', [mode, password]),
]

import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Sequans GM02S/Monarch 2 AT Commands Reference Manual',
  'others',
)

export default [
  action('+LPGNSSFIXPROG', 'starting a position fix', '測位の開始', [
    text('program', 'program', 'プログラム'),
  ]),
  setting('+LPGNSSCFG', 'settings of GNSS', 'GNSS の設定', [mode]),
  question('+LPGNSSUTCTIME', 'time of GNSS', 'GNSS の時刻', [text('time', 'time', '時刻')]),
  setting('+LPGNSSASSISTANCE', 'assistance of GNSS', 'GNSS の補助データ', [
    int('type', 'kind', '種別'),
    value,
  ]),
]

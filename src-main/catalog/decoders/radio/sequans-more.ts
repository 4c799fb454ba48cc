import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Sequans GM02S/Monarch 2 AT Commands Reference Manual',
  'others',
)

export default [
  question('+SQNICCID', 'card number (ICCID)', 'カード番号（ICCID）', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  question('+SMST', 'state of the SIM', 'SIM の状態', [text('state', 'state', '状態')]),
  setting('^AUTOATT', 'attach by itself', '自動アタッチ', [onOff]),
  action('+LPGNSSFIXPROG', 'starting a position fix', '測位の開始', [
    text('program', 'program', 'プログラム'),
  ]),
  setting('+LPGNSSCFG', 'settings of GNSS', 'GNSS の設定', [mode]),
  setting('+LPGNSSASSISTANCE', 'assistance of GNSS', 'GNSS の補助データ', [
    int('type', 'kind', '種別'),
    value,
  ]),
]

import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { item, mode, onOff, value } from '../shared/vocabulary'

const ehs = family('Cinterion EHS/ELS/PLS AT Command Set', 'cinterion')
const tc65 = family('Siemens/Cinterion TC65/MC55i/EHSx AT Command Set', 'cinterion')

export default [
  ehs.question('^SCID', 'card number (ICCID)', 'カード番号（ICCID）', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  tc65.setting('^SCKA', 'state of the card reader in reports', 'カードの有無の通知', [onOff]),
  tc65.setting('^SCSL', 'locks of the customer', '顧客用のロック', [
    item,
    mode,
    secret('pin', text('code', 'code', 'コード')),
  ]),
  tc65.action(
    '^SSTGI',
    'getting a command of the SIM toolkit',
    'SIM ツールキットのコマンドの取得',
    [mode],
  ),
  tc65.action('^SSTR', 'giving the answer to the SIM toolkit', 'SIM ツールキットへの応答', [
    mode,
    value,
  ]),
]

import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { file, item, mode, value } from '../shared/vocabulary'

const { action, question, setting } = family('Cinterion EHS/ELS/PLS AT Command Set', 'cinterion')

export default [
  setting('^SNFS', 'audio parameter set', '音声パラメーターの選択', [mode]),
  setting('^SAIC', 'audio interface', '音声インターフェース', [mode]),
  action('^SFSA', 'running a file command', 'ファイル操作', [item, file], { parameters: [value] }),
  question('^SCID', 'card number (ICCID)', 'カード番号（ICCID）', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  setting('^SJOTAP', 'update of Java applications over the air', 'Java アプリの OTA 更新', [item]),
  action('^SHUTDOWN', 'switching the modem off', 'モデムの電源オフ'),
  setting('^SJNET', 'bearer of Java applications', 'Java アプリの回線', [item]),
  setting('^SJAM', 'Java applications', 'Java アプリの管理', [
    int('op', 'what to do', '動作'),
    file,
  ]),
]

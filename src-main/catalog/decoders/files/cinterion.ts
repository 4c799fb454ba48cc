import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { file, item, value } from '../shared/vocabulary'

const { action, setting } = family('Cinterion EHS/ELS/PLS AT Command Set', 'cinterion')

export default [
  action('^SFSA', 'running a file command', 'ファイル操作', [item, file], { parameters: [value] }),
  setting('^SJOTAP', 'update of Java applications over the air', 'Java アプリの OTA 更新', [item]),
  setting('^SJNET', 'bearer of Java applications', 'Java アプリの回線', [item]),
  setting('^SJAM', 'Java applications', 'Java アプリの管理', [
    int('op', 'what to do', '動作'),
    file,
  ]),
]

import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const gm02s = family('Sequans GM02S/Monarch 2 AT Commands Reference Manual', 'others')
const monarch = family('Sequans Monarch 2 GM02S AT Commands Reference Manual', 'others')

export default [
  gm02s.setting('^AUTOATT', 'attach by itself', '自動アタッチ', [onOff]),
  monarch.setting('+SQNLED', 'LED', 'LED の動作', [mode]),
  monarch.setting('+SQNMODELIST', 'modes of the operator', '事業者モードの一覧', [value]),
  monarch.setting('+SQNTED', 'traces', 'トレース', [mode, onOff]),
]

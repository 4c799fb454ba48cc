import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const ehs = family('Cinterion EHS/ELS/PLS AT Command Set', 'cinterion')
const tc65 = family('Siemens/Cinterion TC65/MC55i/EHSx AT Command Set', 'cinterion')

const gain = int('gain', 'gain', 'ゲイン')

export default [
  ehs.setting('^SNFS', 'audio parameter set', '音声パラメーターの選択', [mode]),
  ehs.setting('^SAIC', 'audio interface', '音声インターフェース', [mode]),
  tc65.setting('^SNFA', 'attenuation of the microphone', 'マイクの減衰', [gain]),
  tc65.question('^SNFATT', 'values of the microphone attenuation', 'マイクの減衰値', [gain]),
  tc65.action('^SNFD', 'resetting the audio settings', '音声設定の初期化'),
  tc65.setting('^SNFI', 'audio input', '音声入力', [value]),
  tc65.setting('^SNFM', 'microphone', 'マイク', [onOff]),
  tc65.setting('^SNFO', 'audio output', '音声出力', [value]),
  tc65.setting('^SNFPT', 'tones of call progress', '呼の経過音', [onOff]),
  tc65.setting('^SNFTTY', 'TTY/CTM', 'TTY/CTM の使用', [mode]),
  tc65.setting('^SNFV', 'volume', '音量', [int('volume', 'volume', '音量')]),
  tc65.action('^SNFW', 'saving the audio settings', '音声設定の保存'),
  tc65.setting('^SRTC', 'ring tone', '着信音', [mode, int('volume', 'volume', '音量')]),
]

import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { file, mode, onOff, value } from '../shared/vocabulary'

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')
const base = family('u-blox AT Commands Manual (UBX-13002752)', 'u-blox')

const index = int('index', 'index', '番号')

export default [
  lisa.question('+UCIND', 'indicators of the call', '通話の状態表示', [value]),
  lisa.setting('+UCALLSTAT', 'reports of calls', '通話状態の通知', [onOff]),
  lisa.news('+UUCALLSTAT', 'state of a call', '通話の状態', [
    int('call', 'call', '通話'),
    int('status', 'state', '状態'),
  ]),
  lisa.setting('+UDTMFD', 'tone detection', 'DTMF の検出', [onOff]),
  lisa.action('+UPLAYFILE', 'starting to play a file', '音声ファイルの再生', [file]),
  lisa.setting('+USPM', 'audio path', 'オーディオ経路', [mode]),
  toby.action('+UPAR', 'starting to play a sound', '音の再生', [
    index,
    int('volume', 'volume', '音量'),
  ]),
  toby.action('+USTOPFILE', 'stopping to play a file', 'ファイル再生の停止'),
  toby.setting('+UMGC', 'gain of the microphone', 'マイクのゲイン', [index, value]),
  toby.action('+UTGN', 'starting a tone', 'トーンの再生', [
    int('frequency', 'Hz', 'Hz'),
    int('duration_ms', 'ms', 'ms'),
    int('volume', 'volume', '音量'),
  ]),
  toby.setting('+UUBF', 'filter of the microphone', 'マイクのフィルター', [index, value]),
  toby.setting('+UHFP', 'hands-free parameters', 'ハンズフリーの設定', [index, value]),
  toby.setting('+UI2S', 'I²S sound', 'I²S 音声', [mode]),
  toby.setting('+UMCLK', 'clock for a codec', 'コーデックのクロック', [mode]),
  base.setting('+UECALLTYPE', 'kind of eCall', 'eCall の種類', [mode]),
  base.setting('+UECALLSTAT', 'reports of an eCall', 'eCall の通知', [onOff]),
  base.action('+UECALLDATA', 'sending the data of an eCall', 'eCall データの送信', [
    mode,
    secret('position', text('msd', 'data', 'データ')),
  ]),
  base.setting('+UECALLVOICE', 'voice of an eCall', 'eCall の音声', [onOff]),
]

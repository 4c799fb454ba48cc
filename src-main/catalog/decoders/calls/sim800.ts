import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { file, item, mode, onOff } from '../shared/vocabulary'

const v112 = family('SIM800 Series AT Command Manual V1.12', 'simcom')
const v109 = family('SIM800 Series AT Command Manual V1.09', 'simcom')

export default [
  v112.setting('+CEXTERNTONE', 'microphone of a call', '通話のマイク', [mode]),
  v112.setting('+CMIC', 'gain of the microphone', 'マイクの利得', [
    int('channel', 'channel', 'チャネル'),
    int('gain', 'gain', '利得'),
  ]),
  v112.setting('+SIDET', 'side tone', 'サイドトーン', [
    int('channel', 'channel', 'チャネル'),
    int('level', 'level', '段階'),
  ]),
  v112.setting('+CHFA', 'sound channel', '音声チャネル', [int('channel', 'channel', 'チャネル')]),
  v112.setting('+ECHO', 'echo cancelling', 'エコーキャンセル', [item]),
  v112.setting('+DDET', 'detection of tones', 'トーン検出', [onOff], {}),
  v112.news('+DTMF', 'key pressed in a call', '通話中のキー', [text('key', 'key', 'キー')]),
  v109.setting('+MORING', 'state of an outgoing call', '発信の状態通知', [onOff]),
  v109.action('+CLDTMF', 'sending local tones', 'ローカル DTMF の送出', [
    int('duration', '0.1 s', '0.1 秒'),
    text('tones', 'tones', 'トーン'),
  ]),
  v109.setting('+CBUZZERRING', 'ringing by a buzzer', 'ブザーによる呼び出し', [onOff]),
  v109.action('+CREC', 'taking up or playing sound', '録音・再生', [mode]),
  v109.action('+CMEDPLAY', 'starting or stopping sound', '音声ファイルの再生', [mode, file]),
  v109.later(
    '+CTTS',
    'starting or stopping speech',
    '音声読み上げ',
    [
      int('mode', 'mode', 'モード', table('0 stop|停止', '1 UCS2 text|UCS2', '2 text|テキスト')),
      text('text', 'text', 'テキスト'),
    ],
    [int('result', 'result', '結果', table('0 done|終了'))],
  ),
]

import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { file, mode, onOff, port, value } from '../shared/vocabulary'

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const m66 = family('Quectel M66/M95 AT Commands Manual', 'quectel')

const gain = int('gain', 'gain', 'ゲイン')

export default [
  em05.setting('+QAUDMOD', 'audio mode', 'オーディオモード', [mode]),
  em05.setting('+QDAI', 'digital audio', 'デジタルオーディオ', [mode]),
  em05.setting('+QSIDET', 'side tone', '側音', [gain]),
  em05.setting('+QMIC', 'gain of the microphone', 'マイクのゲイン', [gain]),
  em05.setting('+QRXGAIN', 'gain of what is heard', '受話のゲイン', [gain]),
  em05.action('+QAUDPLAY', 'starting to play a file', '音声ファイルの再生', [file], { urc: true }),
  em05.action('+QAUDRD', 'starting or stopping a recording', '録音の開始・停止', [onOff, file], {
    urc: true,
  }),
  em05.action(
    '+QTTS',
    'starting or stopping speech',
    '音声読み上げ',
    [
      int('mode', 'mode', 'モード', table('0 stop|停止', '1 UCS2 text|UCS2', '2 text|テキスト')),
      text('text', 'text', 'テキスト'),
    ],
    { urc: [int('result', 'result', '結果', table('0 done|終了'))] },
  ),
  em05.action('+QWTTS', 'starting or stopping speech in a call', '通話中の音声読み上げ', [value], {
    urc: [int('result', 'result', '結果', table('0 done|終了'))],
  }),
  em05.action('+QLDTMF', 'sending local tones', 'ローカル DTMF の送出', [
    int('duration', '0.1 s', '0.1 秒'),
    text('tones', 'tones', 'トーン'),
  ]),
  em05.action('+QWDTMF', 'sending tones in a call', '通話中の DTMF 送出', [value]),
  em05.setting('+QPCMV', 'voice over USB', 'USB 経由の音声', [onOff, port]),
  m66.setting('+QSFR', 'speech coding', '音声コーデック', [mode]),
  m66.setting('+QSPCH', 'reports of the speech channel', '音声チャネルの通知', [onOff], {
    urc: true,
  }),
  m66.setting('+QMOSTAT', 'reports of an outgoing call', '発信状態の通知', [onOff]),
]

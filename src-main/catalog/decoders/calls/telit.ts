import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

const gain = int('gain', 'gain', 'ゲイン')

export default [
  he910.setting('#DIALMODE', 'results while dialling', '発信中の結果表示', [mode]),
  he910.setting('#CALLDISA', 'calls', '通話の無効化', [onOff]),
  he910.setting('#DVI', 'digital audio', 'デジタルオーディオ', [mode]),
  gsm.setting('#ACAL', 'automatic answer', '自動着信', [mode]),
  gsm.setting('#CAP', 'audio path', '音声経路', [mode]),
  gsm.setting('#CODEC', 'speech coding', '音声コーデック', [mode]),
  gsm.setting('#CODECINFO', 'reports of the speech coding', '音声コーデックの通知', [mode], {
    urc: true,
  }),
  gsm.setting('#HFMICG', 'gain of the hands-free microphone', 'ハンズフリーのマイクのゲイン', [
    gain,
  ]),
  gsm.setting('#HSMICG', 'gain of the handset microphone', 'ハンドセットのマイクのゲイン', [gain]),
  gsm.setting('#HFRECG', 'gain of the hands-free speaker', 'ハンズフリーの受話のゲイン', [gain]),
  gsm.setting('#HSRECG', 'gain of the handset speaker', 'ハンドセットの受話のゲイン', [gain]),
  gsm.setting('#SHFEC', 'echo canceller (hands-free)', 'エコー除去（ハンズフリー）', [onOff]),
  gsm.setting('#SHSEC', 'echo canceller (handset)', 'エコー除去（ハンドセット）', [onOff]),
  gsm.setting('#SPKMUT', 'muted speaker', '受話のミュート', [onOff]),
  gsm.setting('#SRP', 'ringer', '着信音の出力', [mode]),
  gsm.setting('#SRS', 'ring tone', '着信音', [mode, value]),
  gsm.setting('#TSVOL', 'volume of tones', 'トーンの音量', [mode, value]),
  gsm.setting('#DTMF', 'detection of DTMF', 'DTMF の検出', [mode], { urc: true }),
]

import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, timeoutS, value } from '../shared/vocabulary'

const { question, setting } = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

const channel = int('channel', 'channel', 'チャネル')

export default [
  setting('#CSURVF', 'form of the network survey', 'ネットワーク調査の形式', [mode]),
  setting('#CSURVNLF', 'line ends of the network survey', 'ネットワーク調査の改行', [onOff]),
  setting('#CSURVEXT', 'further values of the network survey', 'ネットワーク調査の追加項目', [
    mode,
  ]),
  question('#CSURVB', 'network survey of BCCH carriers', 'BCCH キャリアの調査', [value]),
  question(
    '#CSURVBC',
    'network survey of BCCH carriers, numbers only',
    'BCCH キャリアの調査（数値）',
    [value],
  ),
  question('#CSURVU', 'network survey of channels', '指定チャネルの調査', [value], {
    set: [channel],
  }),
  question(
    '#CSURVUC',
    'network survey of channels, numbers only',
    '指定チャネルの調査（数値）',
    [value],
    {
      set: [channel],
    },
  ),
  question('#CSURVP', 'network survey by PLMN', 'PLMN ごとの調査', [value], {
    set: [text('plmn', 'PLMN', 'PLMN')],
  }),
  setting('#BCCHLOCK', 'lock to a carrier', 'キャリアの固定', [channel]),
  setting('#PLMNUPDATE', 'names of networks', '事業者名の表', [
    mode,
    text('mcc', 'MCC', 'MCC'),
    text('mnc', 'MNC', 'MNC'),
  ]),
  setting('#NWSCANTMR', 'interval of network scans', 'ネットワーク検索の間隔', [timeoutS]),
]

import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const em74 = family('Sierra Wireless EM74xx/MC74xx AT Command Reference', 'sierra')
const mc73 = family(
  'Sierra Wireless MC73xx/EM74xx/EM75xx AT Command Reference (4114486, 4117727)',
  'sierra',
)

const sar = int('state', 'SAR state', 'SAR の状態')
const band = int('band', 'band', 'バンド')
const channel = int('channel', 'channel', 'チャネル')
const agc = int('agc', 'AGC', 'AGC')

export default [
  em74.action('!DASTXON', 'switching the test transmitter on', '試験送信の開始'),
  mc73.setting('!PADISABLE', 'power amplifier', '送信アンプの無効化', [onOff]),
  mc73.question('!RFDEVSTATUS', 'state of the radio parts', '無線部品の状態', [value]),
  mc73.setting('!IMSTESTMODE', 'test mode of IMS', 'IMS の試験モード', [onOff]),
  mc73.setting('!SARSTATE', 'SAR state', 'SAR の状態', [sar]),
  mc73.setting('!SARSTATEDFLT', 'SAR state at start', '起動時の SAR の状態', [sar]),
  mc73.setting('!SARBACKOFF', 'power limits of SAR', 'SAR の送信電力低減', [mode, band, value]),
  mc73.setting('!SARINTGPIOMODE', 'pins of SAR', 'SAR のピン', [mode]),
  mc73.action('!DAFTMACT', 'switching the factory test on', '工場試験モードの開始'),
  mc73.action('!DAFTMDEACT', 'switching the factory test off', '工場試験モードの終了'),
  mc73.setting('!DASBAND', 'band of the test', '試験のバンド', [band]),
  mc73.setting('!DASCHAN', 'channel of the test', '試験のチャネル', [channel]),
  mc73.action('!DASTXOFF', 'switching the test transmitter off', '試験送信の停止'),
  mc73.setting('!DASLNAGAIN', 'receiver gain of the test', '試験の受信ゲイン', [mode]),
  mc73.setting('!DASPDM', 'power of the test transmitter', '試験送信の電力', [mode, value]),
  mc73.question('!DALGRXAGC', 'LTE receiver AGC', 'LTE 受信 AGC', [agc], { set: [channel] }),
  mc73.question('!DALGTXAGC', 'LTE transmitter AGC', 'LTE 送信 AGC', [agc], { set: [channel] }),
  mc73.question('!DALGAVGAGC', 'LTE receiver AGC, averaged', 'LTE 受信 AGC の平均', [agc], {
    set: [channel],
  }),
  mc73.question('!DAWGRXAGC', 'WCDMA receiver AGC', 'WCDMA 受信 AGC', [agc], { set: [channel] }),
  mc73.question('!DAWGAVGAGC', 'WCDMA receiver AGC, averaged', 'WCDMA 受信 AGC の平均', [agc], {
    set: [channel],
  }),
]

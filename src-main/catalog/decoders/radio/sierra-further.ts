import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  apn,
  cid,
  item,
  mode,
  onOff,
  password,
  port,
  state,
  url,
  value,
  version,
} from '../shared/vocabulary'

const { action, question, setting } = family(
  'Sierra Wireless MC73xx/EM74xx/EM75xx AT Command Reference (4114486, 4117727)',
  'sierra',
)

const channel = int('channel', 'channel', 'チャネル')
const band = int('band', 'band', 'バンド')
const agc = int('agc', 'AGC', 'AGC')
const sar = int('state', 'SAR state', 'SAR の状態')

export default [
  question(
    '!BCFWUPDATESTATUS',
    'result of the last firmware update',
    '直前のファームウェア更新の結果',
    [value],
  ),
  question('!BCINF', 'boot loader', 'ブートローダーの情報', [value]),
  action('!RMARESET', 'resetting the modem to the state of delivery', '出荷時状態への初期化', [
    mode,
  ]),
  setting('!OPENLOCK', 'answer to the lock of the commands', 'コマンドロックの応答', [password]),
  action('!UNLOCK', 'changing the lock of the commands', 'コマンドロックの解除', [password]),
  setting('!MAPUART', 'service of a UART', 'UART の用途', [mode, int('uart', 'UART', 'UART')]),
  setting('!PADISABLE', 'power amplifier', '送信アンプの無効化', [onOff]),
  setting('!PCTEMPLIMITS', 'limits of the temperature', '温度の限度', [value]),
  setting('!PCVOLTLIMITS', 'limits of the supply voltage', '電源電圧の限度', [value]),
  question('!RFDEVSTATUS', 'state of the radio parts', '無線部品の状態', [value]),
  setting('!SCDFTPROF', 'default profile', '既定のプロファイル', [cid]),
  setting('!MSCLASS', 'GPRS multislot class', 'GPRS マルチスロットクラス', [mode]),
  setting('!NVENCRYPTIMEI', 'IMEI', 'IMEI の書き込み', [
    secret('imei', text('imei', 'IMEI', 'IMEI')),
  ]),
  setting('!IMSTESTMODE', 'test mode of IMS', 'IMS の試験モード', [onOff]),
  setting('!SARSTATE', 'SAR state', 'SAR の状態', [sar]),
  setting('!SARSTATEDFLT', 'SAR state at start', '起動時の SAR の状態', [sar]),
  setting('!SARBACKOFF', 'power limits of SAR', 'SAR の送信電力低減', [mode, band, value]),
  setting('!SARINTGPIOMODE', 'pins of SAR', 'SAR のピン', [mode]),

  action('!DAFTMACT', 'switching the factory test on', '工場試験モードの開始'),
  action('!DAFTMDEACT', 'switching the factory test off', '工場試験モードの終了'),
  setting('!DASBAND', 'band of the test', '試験のバンド', [band]),
  setting('!DASCHAN', 'channel of the test', '試験のチャネル', [channel]),
  action('!DASTXOFF', 'switching the test transmitter off', '試験送信の停止'),
  setting('!DASLNAGAIN', 'receiver gain of the test', '試験の受信ゲイン', [mode]),
  setting('!DASPDM', 'power of the test transmitter', '試験送信の電力', [mode, value]),
  question('!DALGRXAGC', 'LTE receiver AGC', 'LTE 受信 AGC', [agc], { set: [channel] }),
  question('!DALGTXAGC', 'LTE transmitter AGC', 'LTE 送信 AGC', [agc], { set: [channel] }),
  question('!DALGAVGAGC', 'LTE receiver AGC, averaged', 'LTE 受信 AGC の平均', [agc], {
    set: [channel],
  }),
  question('!DAWGRXAGC', 'WCDMA receiver AGC', 'WCDMA 受信 AGC', [agc], { set: [channel] }),
  question('!DAWGAVGAGC', 'WCDMA receiver AGC, averaged', 'WCDMA 受信 AGC の平均', [agc], {
    set: [channel],
  }),

  action('!GPSCLRASSIST', 'clearing the assistance data of the GPS', 'GPS の補助データの消去', [
    value,
  ]),
  setting('!GPSLBSAPN', 'APN of the location service', '位置情報サービスの APN', [mode, apn]),
  setting('!GPSMOMETHOD', 'method of the position fix', '測位方式', [mode]),
  setting(
    '!GPSMTLRSETTINGS',
    'requests of the network for the position',
    'ネットワークからの測位要求',
    [value],
  ),
  setting('!GPSNMEACONFIG', 'NMEA output', 'NMEA 出力', [onOff, value]),
  setting('!GPSNMEASENTENCE', 'kinds of NMEA sentences', 'NMEA センテンスの種類', [value]),
  setting('!GPSPORTID', 'port of the location server', '位置情報サーバーのポート', [port]),
  setting('!GPSPOSMODE', 'modes of the position fix', '測位モード', [value]),
  setting('!GPSSUPLURL', 'SUPL server', 'SUPL サーバー', [url]),
  setting('!GPSSUPLVER', 'version of SUPL', 'SUPL のバージョン', [version]),
  setting('!GPSTRANSSEC', 'security of the location service', '位置情報サービスの暗号化', [onOff]),
  setting('!GPSXTRAAPN', 'APN of XTRA', 'XTRA の APN', [mode, apn]),
  setting('!GPSXTRADATAENABLE', 'assistance data by XTRA', 'XTRA 補助データ', [onOff, value]),
  setting('!GPSXTRADATAURL', 'servers of XTRA', 'XTRA のサーバー', [url]),
  action('!GPSXTRAINITDNLD', 'loading the data of XTRA', 'XTRA データの取得'),
  question('!GPSXTRASTATUS', 'state of XTRA', 'XTRA の状態', [state]),
  setting('!GPSXTRATIME', 'time of XTRA', 'XTRA の時刻', [value]),
  setting('!GPSXTRATIMEENABLE', 'time by XTRA', 'XTRA の時刻合わせ', [onOff, value]),
  setting('!GPSXTRATIMEURL', 'time server of XTRA', 'XTRA の時刻サーバー', [item]),
]

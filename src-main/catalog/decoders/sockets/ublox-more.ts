import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  file,
  item,
  length,
  mode,
  onOff,
  profile,
  socket,
  state,
  topic,
  url,
  value,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'u-blox SARA/LARA/LISA AT Commands Manual',
  'u-blox',
)

export default [
  action('+CPWROFF', 'switching the modem off', 'モデムの電源オフ'),
  action('+UPWROFF', 'switching the modem off at once', 'モデムの即時電源オフ'),
  action(
    '+UFACTORY',
    'resetting to factory settings at the next start',
    '次回起動時の工場出荷設定',
    [int('fs', 'files', 'ファイル'), int('nvm', 'settings', '設定')],
  ),
  question('+UCIND', 'indicators of the call', '通話の状態表示', [value]),
  setting('+UCLASS', 'GPRS class', 'GPRS クラス', [int('class', 'class', 'クラス')]),
  setting('+UCGDFLT', 'default bearer', '既定のベアラー', [
    text('pdp_type', 'type', '種別'),
    text('apn', 'APN', 'APN'),
  ]),
  setting('+UCSD', 'settings of the data call profile', 'データ通話プロファイル', [
    profile,
    int('param', 'what', '項目'),
    value,
  ]),
  action('+UCSDA', 'changing a data call profile', 'データ通話の操作', [profile, mode]),
  question(
    '+UCSND',
    'state of a data call profile',
    'データ通話の状態',
    [profile, int('param', 'what', '項目'), value],
    { set: [profile, int('param', 'what', '項目')] },
  ),
  setting('+USVCDOMAIN', 'service domain', 'サービスドメイン', [mode]),
  setting('+UMCLASS', 'multislot class', 'マルチスロットクラス', [int('class', 'class', 'クラス')]),
  setting('+UEONS', 'list of operator names', '事業者名の一覧', [mode]),
  setting('+UJAD', 'jamming detection', '妨害電波の検出', [onOff]),
  setting('+UTIME', 'time from GNSS or network', 'GNSS・ネットワークからの時刻', [
    mode,
    int('sensor', 'source', '取得元'),
  ]),
  setting('+UHTTPAC', 'HTTP by commands', 'HTTP 操作', [profile, item, value]),
  setting('+UMQTTSN', 'settings of MQTT-SN', 'MQTT-SN の設定', [
    int('op_code', 'what', '操作番号'),
    value,
  ]),
  later(
    '+UMQTTSNC',
    'running an MQTT-SN command',
    'MQTT-SN コマンドの実行',
    [int('command', 'command', 'コマンド'), topic],
    [],
    { ends: { second: /^\+UUMQTTSNC:/ } },
  ),
  setting('+UCOAP', 'settings of CoAP', 'CoAP の設定', [int('op_code', 'what', '操作番号'), url]),
  later(
    '+UCOAPC',
    'sending a CoAP request',
    'CoAP リクエストの送信',
    [int('command', 'request', 'リクエスト')],
    [],
    { ends: { second: /^\+UUCOAPCR:/ } },
  ),
  news('+UUCOAPCR', 'CoAP request finished', 'CoAP リクエストの完了', [
    int('command', 'request', 'リクエスト'),
    int('result', 'result', '結果', table('0 failed|失敗', '1 success|成功')),
  ]),
  setting('+ULWM2M', 'LwM2M', 'LwM2M の使用', [mode]),
  question('+ULWM2MSTAT', 'state of LwM2M', 'LwM2M の状態', [state]),
  setting('+UCALLSTAT', 'reports of calls', '通話状態の通知', [onOff]),
  news('+UUCALLSTAT', 'state of a call', '通話の状態', [
    int('call', 'call', '通話'),
    int('status', 'state', '状態'),
  ]),
  setting('+UDTMFD', 'tone detection', 'DTMF の検出', [onOff]),
  action('+UPLAYFILE', 'starting to play a file', '音声ファイルの再生', [file]),
  setting('+USOCLCFG', 'how sockets are closed', 'ソケット切断の動作', [socket, mode]),
  setting('+USPM', 'audio path', 'オーディオ経路', [mode]),
  setting('+CGED', 'cell information of 2G and 3G', '2G・3G のセル情報', [mode, length]),
]

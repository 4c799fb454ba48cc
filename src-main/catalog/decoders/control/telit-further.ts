import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  apn,
  cid,
  data,
  file,
  folder,
  host,
  item,
  mode,
  onOff,
  password,
  port,
  state,
  timeoutS,
  value,
} from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Telit AT Commands Reference Guide (80000ST10025a)',
  'telit',
)
const lte = family('Telit LE910Cx AT Commands Reference Guide (80502ST10950A)', 'telit')
const nb = family('Telit ME910C1 AT Commands Reference Guide (80529ST10815A)', 'telit')

const number = secret('number', text('number', 'number', '番号'))
const gain = int('gain', 'gain', 'ゲイン')
const channel = int('channel', 'channel', 'チャネル')
const i2c = [
  int('sda', 'SDA', 'SDA'),
  int('scl', 'SCL', 'SCL'),
  text('address', 'device', 'デバイス'),
  text('register', 'register', 'レジスター'),
  int('length', 'octets', 'オクテット数'),
]

export default [
  setting('#CMEEMODE', 'commands with extended errors', '拡張エラーの対象', [mode]),
  setting('#CPASMODE', 'form of the activity status', '動作状態の形式', [mode]),
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
  setting('#REGMODE', 'form of the registration reports', '登録通知の形式', [mode]),
  question('#ECONLY', 'Ec/Io of the serving cell', '在圏セルの Ec/Io', [value]),
  setting('#FDOR', 'fast dormancy', '高速休止（Fast Dormancy）', [mode, timeoutS]),

  setting('#GSMCONT', 'circuit-switched context', '回線交換のコンテキスト', [cid, value]),
  setting('#GPPPCFG', 'PPP of the GPRS call', 'GPRS の PPP', [
    text('host', 'address', 'アドレス'),
    value,
  ]),
  setting('#CACHEDDNS', 'cache of DNS', 'DNS キャッシュ', [onOff]),
  setting('#SKTSET', 'destination of the socket', 'ソケットの宛先', [mode, port, host]),
  action('#SKTOP', 'opening the socket', 'ソケットの接続'),
  action('#SKTL', 'listening at a port', '待ち受け', [mode, value, port, host]),
  setting('#SKTCT', 'time limit of the socket', 'ソケットのタイムアウト', [
    int('timeout', '0.1 s', '0.1 秒'),
  ]),
  action('#SKTRST', 'resetting the settings of the socket', 'ソケット設定の初期化'),
  setting('#PADCMD', 'when characters are sent', 'パケットを送出する条件', [mode]),
  setting('#PADFWD', 'character that sends a packet', 'パケットを送出する文字', [
    int('char', 'code', 'コード'),
    mode,
  ]),
  setting('#FTPCFG', 'settings of FTP', 'FTP の設定', [timeoutS, mode]),
  question('#FTPPWD', 'folder of the FTP server', 'FTP の現在フォルダー', [folder]),
  setting('#FTPREST', 'where an FTP transfer goes on', 'FTP の再開位置', [
    int('offset', 'offset', 'オフセット'),
  ]),
  action('#FTPAPP', 'adding to a file by FTP', 'FTP での追記', [file]),

  setting('#JDR', 'jamming detection', '妨害電波の検出', [mode, value], { urc: true }),
  setting('#JDRENH', 'enhanced jamming detection', '拡張の妨害電波検出', [mode, value]),
  setting('#JDRENH2', 'enhanced jamming detection (second)', '拡張の妨害電波検出 2', [mode, value]),
  setting('#ENAEVMONI', 'monitoring of events', 'イベント監視', [onOff]),
  setting('#EVMONI', 'event that is monitored', '監視するイベント', [item, onOff, value]),
  setting('#E2SMSRI', 'ring line at an SMS', 'SMS 着信時の RI', [int('ms', 'ms', 'ミリ秒')]),
  setting('#E2SLRI', 'ring line at a socket connection', 'ソケット接続時の RI', [
    int('ms', 'ms', 'ミリ秒'),
  ]),
  setting('#PSMRI', 'ring line in power saving', '省電力中の RI', [int('ms', 'ms', 'ミリ秒')]),
  setting('#WAKE', 'wake-up by alarm', 'アラームからの復帰', [mode]),
  setting('#ALARMPIN', 'pin of the alarm', 'アラームのピン', [int('pin', 'pin', 'ピン')]),
  question('#RTCSTAT', 'state of the clock', '時計の状態', [state], { set: [mode] }),
  setting('#ATDELAY', 'pause before the next command', '次のコマンドまでの待ち時間', [
    int('delay', '0.1 s', '0.1 秒'),
  ]),
  question('#PCT', 'attempts left for the PIN', 'PIN の残り回数', [int('left', 'left', '残り')]),
  setting('#SIMPR', 'reports of the SIM', 'SIM の通知', [onOff], { urc: true }),
  setting('#SIMINCFG', 'pin of the SIM detection', 'SIM 検出ピン', [
    int('pin', 'pin', 'ピン'),
    mode,
  ]),
  setting('#SNUM', 'own number on the SIM', 'SIM の自局番号', [
    int('index', 'entry', '番号'),
    number,
  ]),
  setting('#MWI', 'reports of waiting messages', 'メッセージ待ちの通知', [onOff], { urc: true }),
  action('#SMSMOVE', 'copying an SMS to the other memory', 'SMS の移動', [
    int('index', 'message', '番号'),
  ]),
  setting('#SMSMODE', 'checks when an SMS is sent', 'SMS 送信時の検査', [mode]),
  setting('#SMSATWL', 'numbers that may send commands by SMS', 'SMS 遠隔操作の許可番号', [
    mode,
    int('index', 'entry', '番号'),
    mode,
    number,
  ]),
  action('#SLEDSAV', 'saving the network LED', 'ネットワーク LED の設定の保存'),
  setting('#VAUX', 'auxiliary voltage', '補助電源', [int('n', 'output', '出力'), state]),
  action('#VAUXSAV', 'saving the auxiliary voltage', '補助電源の保存'),
  question('#QTEMP', 'temperature warning', '温度警告', [state]),
  action('#I2CWR', 'writing to I2C', 'I2C への書き込み', i2c),
  action('#I2CRD', 'reading from I2C', 'I2C からの読み出し', i2c),

  setting('#ACAL', 'automatic answer', '自動着信', [mode]),
  setting('#CAP', 'audio path', '音声経路', [mode]),
  setting('#CODEC', 'speech coding', '音声コーデック', [mode]),
  setting('#CODECINFO', 'reports of the speech coding', '音声コーデックの通知', [mode], {
    urc: true,
  }),
  setting('#HFMICG', 'gain of the hands-free microphone', 'ハンズフリーのマイクのゲイン', [gain]),
  setting('#HSMICG', 'gain of the handset microphone', 'ハンドセットのマイクのゲイン', [gain]),
  setting('#HFRECG', 'gain of the hands-free speaker', 'ハンズフリーの受話のゲイン', [gain]),
  setting('#HSRECG', 'gain of the handset speaker', 'ハンドセットの受話のゲイン', [gain]),
  setting('#SHFEC', 'echo canceller (hands-free)', 'エコー除去（ハンズフリー）', [onOff]),
  setting('#SHSEC', 'echo canceller (handset)', 'エコー除去（ハンドセット）', [onOff]),
  setting('#SPKMUT', 'muted speaker', '受話のミュート', [onOff]),
  setting('#SRP', 'ringer', '着信音の出力', [mode]),
  setting('#SRS', 'ring tone', '着信音', [mode, value]),
  setting('#TSVOL', 'volume of tones', 'トーンの音量', [mode, value]),
  setting('#DTMF', 'detection of DTMF', 'DTMF の検出', [mode], { urc: true }),
  setting('#STTA', 'answers of the SIM toolkit', 'SIM ツールキットの端末応答', [mode]),
  action('#STGI', 'getting a command of the SIM toolkit', 'SIM ツールキットのコマンドの取得', [
    mode,
  ]),
  action('#STSR', 'giving the answer to the SIM toolkit', 'SIM ツールキットへの応答', [
    mode,
    value,
  ]),
  news('#STN', 'command of the SIM toolkit', 'SIM ツールキットの通知', [
    int('type', 'kind', '種類'),
  ]),

  action('#EXECSCR', 'running the script', 'スクリプトの実行'),
  action('#RSCRIPT', 'reading a script', 'スクリプトの読み出し', [file]),
  question('#LCSCRIPT', 'scripts with their check sums', 'スクリプトとチェックサム', [file, value]),
  setting('#STARTMODESCR', 'start of the script', 'スクリプトの起動方法', [mode, timeoutS]),

  lte.setting('#M2MCHDIR', 'folder of the applications', 'アプリのフォルダー', [folder]),
  lte.action('#M2MMKDIR', 'making a folder', 'フォルダーの作成', [folder]),
  lte.action('#M2MRMDIR', 'deleting a folder', 'フォルダーの削除', [folder]),
  lte.action('#M2MDEL', 'deleting a file', 'ファイルの削除', [file]),
  lte.action('#M2MREAD', 'reading a file', 'ファイルの読み出し', [file], { parameters: [data] }),
  lte.question('#M2MRAM', 'memory of the applications', 'アプリのメモリー', [value]),
  lte.setting('#M2MRUN', 'start of an application', 'アプリの起動', [mode, file]),

  nb.setting('#LWM2MENA', 'LwM2M client', 'LwM2M クライアント', [onOff, cid, apn]),
  nb.question('#LWM2MSTAT', 'state of LwM2M', 'LwM2M の状態', [state]),
  nb.action('#LWM2MR', 'reading an LwM2M resource', 'LwM2M リソースの読み出し', [value], {
    parameters: [data],
  }),
  nb.action('#LWM2MW', 'writing an LwM2M resource', 'LwM2M リソースの書き込み', [value]),
  nb.action('#LWM2MREG', 'connecting to the LwM2M servers', 'LwM2M の登録', [mode]),
  nb.action('#LWM2MINJKEYS', 'writing the keys of LwM2M', 'LwM2M の鍵の書き込み', [
    item,
    secret('password', text('key', 'key', '鍵')),
  ]),
  nb.setting('#PSMURC', 'reports of power saving', '省電力の通知', [onOff], { urc: true }),

  setting('$GPSAT', 'antenna of the GPS', 'GPS アンテナ', [mode]),
  action('$GPSCON', 'connecting to the GPS receiver', 'GPS 受信機への直接接続'),
  setting('$GPSPS', 'power saving of the GPS', 'GPS の省電力', [mode, timeoutS]),
  action('$GPSWK', 'restarting the GPS from power saving', 'GPS の復帰'),
  action('$GPSSTOP', 'stopping the position fix', '測位の停止', [mode]),
  setting('$GPSIFIX', 'interval of position fixes', '測位の間隔', [onOff, timeoutS]),
  question('$GPSTEST', 'test of the GPS', 'GPS の試験', [value], { set: [mode] }),
  setting('$GPSCFG', 'settings of the GPS', 'GPS の設定', [item, value]),
  setting('$GPSGLO', 'GLONASS', 'GLONASS の使用', [onOff]),
  action('$GPSNVRAM', 'deleting what the GPS remembers', 'GPS の記憶データの消去', [value]),
  setting('$SUPLV', 'version of SUPL', 'SUPL のバージョン', [mode]),
  setting('$LCSLK', 'lock of the location service', '位置情報サービスのロック', [onOff, password]),
  setting('$LCSTER', 'reports of the location service', '位置情報サービスの通知', [onOff]),
  action('$INJECTGPSDATA', 'giving assistance data to the GPS', 'GPS への補助データの入力', [
    mode,
    value,
  ]),
]

import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, data, file, item, length, mode, onOff, port, url, value } from '../shared/vocabulary'

const lte = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const gsm = family('Quectel M66/M95 AT Commands Manual', 'quectel')
const nr = family('Quectel RG50xQ/RM5xxQ AT Commands Manual', 'quectel')
const gain = int('gain', 'gain', 'ゲイン')
const netState = int('state', 'state', '状態', table('0 down|切断', '1 up|接続'))
const channel = int('channel', 'channel', 'チャネル')

export default [
  lte.setting('+QSIMVOL', 'SIM voltage', 'SIM の電圧', [mode]),
  lte.setting('+QNETDEVCTL', 'network card of the computer', 'PC のネットワークカード', [
    int(
      'type',
      'what to do',
      '動作',
      table('0 disconnect|切断', '1 connect once|1 回接続', '3 connect always|常に接続'),
    ),
    cid,
    int('urc', 'reports', '通知', table('0 off|オフ', '1 on|オン')),
    netState,
  ]),
  lte.news('+QNETDEVSTATUS', 'network card of the computer', 'PC のネットワークカードの状態', [
    netState,
  ]),
  lte.action('+QPRTPARA', 'saving or restoring settings', '設定の保存・復元', [mode]),
  lte.setting('+QAPRDYIND', '“AP ready” signal', '“AP ready” 信号', [onOff]),
  lte.setting('+QINDCFG', 'unsolicited lines', '通知の設定', [item, onOff]),
  lte.setting('+QCFGEXT', 'further settings of the modem', 'モデムの拡張設定', [item, value]),
  lte.setting('+QAUDMOD', 'audio mode', 'オーディオモード', [mode]),
  lte.setting('+QDAI', 'digital audio', 'デジタルオーディオ', [mode]),
  lte.setting('+QSIDET', 'side tone', '側音', [gain]),
  lte.setting('+QMIC', 'gain of the microphone', 'マイクのゲイン', [gain]),
  lte.setting('+QRXGAIN', 'gain of what is heard', '受話のゲイン', [gain]),
  lte.action('+QIIC', 'reading or writing I2C', 'I2C の読み書き', [value]),
  lte.action('+QAUDPLAY', 'starting to play a file', '音声ファイルの再生', [file], { urc: true }),
  lte.action('+QAUDRD', 'starting or stopping a recording', '録音の開始・停止', [onOff, file], {
    urc: true,
  }),
  lte.action(
    '+QTTS',
    'starting or stopping speech',
    '音声読み上げ',
    [
      int('mode', 'mode', 'モード', table('0 stop|停止', '1 UCS2 text|UCS2', '2 text|テキスト')),
      text('text', 'text', 'テキスト'),
    ],
    { urc: [int('result', 'result', '結果', table('0 done|終了'))] },
  ),
  lte.action('+QWTTS', 'starting or stopping speech in a call', '通話中の音声読み上げ', [value], {
    urc: [int('result', 'result', '結果', table('0 done|終了'))],
  }),
  lte.action('+QLDTMF', 'sending local tones', 'ローカル DTMF の送出', [
    int('duration', '0.1 s', '0.1 秒'),
    text('tones', 'tones', 'トーン'),
  ]),
  lte.action('+QWDTMF', 'sending tones in a call', '通話中の DTMF 送出', [value]),
  lte.setting('+QPCMV', 'voice over USB', 'USB 経由の音声', [onOff, port]),
  lte.action(
    '+QCMGS',
    'sending a long message',
    '長い SMS の送信',
    [
      secret('number', text('number', 'to', '宛先')),
      int('uid', 'id', 'ID'),
      int('part', 'part', '番号'),
      int('parts', 'parts', '総数'),
    ],
    { ends: { prompt: '> ' }, parameters: [int('reference', 'reference', '参照番号')] },
  ),
  lte.setting('+QADBKEY', 'key of ADB', 'ADB の鍵', [secret('password', text('key', 'key', '鍵'))]),
  lte.action('+QLINUXCMD', 'running a command of the modem’s system', 'モデム内部コマンドの実行', [
    text('command', 'command', 'コマンド'),
  ]),
  lte.action('+QNVFR', 'reading an NV file', 'NV ファイルの読み出し', [file], {
    parameters: [data],
  }),
  lte.action('+QNVFW', 'writing an NV file', 'NV ファイルの書き込み', [file, data]),
  lte.action(
    '+QNVR',
    'reading an NV item',
    'NV 項目の読み出し',
    [int('item', 'item', '項目'), int('index', 'index', '番号')],
    { parameters: [data] },
  ),
  lte.action(
    '+EGMR',
    'reading or writing the IMEI',
    'IMEI の読み書き',
    [
      int('mode', 'what to do', '動作', table('0 read|読み出し', '1 write|書き込み')),
      int('format', 'which', '項目', table('7 IMEI|IMEI')),
      secret('imei', text('imei', 'IMEI', 'IMEI')),
    ],
    { parameters: [secret('imei', text('imei', 'IMEI', 'IMEI'))] },
  ),
  lte.action('+QOPS', 'scanning operators with their cells', '事業者とセルのスキャン', [], {
    parameters: [value],
  }),
  lte.action(
    '+QFPLMNCFG',
    'changing the list of forbidden networks',
    '禁止ネットワークリストの操作',
    [item, value],
    { parameters: [item, value] },
  ),
  lte.question(
    '+QUSIM',
    'kind of the card',
    'カードの種別',
    [int('type', 'card', 'カード', table('0 SIM|SIM', '1 USIM|USIM'))],
    { urc: true },
  ),
  lte.setting('+QFTPCFGEX', 'further settings of FTP', 'FTP の拡張設定', [item, value]),
  lte.setting('+QHTTPCFGEX', 'further settings of HTTP', 'HTTP の拡張設定', [item, value]),
  lte.action('+QHTTPDL', 'loading a file by HTTP', 'HTTP でのファイル取得', [url, file]),
  lte.action('+QFFLUSH', 'writing a file out', 'ファイルの書き出し', [
    int('handle', 'file', 'ファイル番号'),
  ]),
  lte.action('+QWIFISCAN', 'scanning Wi-Fi networks', 'Wi-Fi のスキャン', [value], {
    parameters: [value],
    urc: true,
  }),
  lte.setting('+QLOCCFG', 'settings of positioning by cells', '基地局測位の設定', [item, value]),
  lte.question('+QCELLLOC', 'position by cells', '基地局による位置', [
    secret('position', text('longitude', 'longitude', '経度')),
    secret('position', text('latitude', 'latitude', '緯度')),
  ]),
  lte.setting('+QSTK', 'SIM toolkit', 'SIM ツールキット', [mode]),
  nr.question('+QTHERMAL', 'temperatures', '温度', [item, value]),
  nr.setting('+QLPMCFG', 'low power mode', '省電力モード', [mode]),
  nr.setting('+QPSMEXTCFG', 'further settings of PSM', 'PSM の拡張設定', [value]),
  gsm.setting('+QIFGCNT', 'foreground context', '前面のコンテキスト', [cid]),
  gsm.question('+QISTAT', 'state of the internal connection', '内蔵接続の状態', [
    text('state', 'state', '状態'),
  ]),
  gsm.question(
    '+QISACK',
    'what was sent and acknowledged',
    '送信量と確認応答',
    [
      int('sent', 'sent', '送信'),
      int('acked', 'acknowledged', '確認済み'),
      int('nacked', 'not acknowledged', '未確認'),
    ],
    { set: [channel] },
  ),
  gsm.setting('+QISHOWRA', 'sender before received data', '受信データの送信元表示', [onOff]),
  gsm.setting('+QIPROMPT', 'prompt while sending', '送信時のプロンプト', [mode]),
  gsm.setting('+QISRVC', 'service of the internal connection', '内蔵接続の役割', [mode]),
  gsm.setting('+QILPORT', 'own port', '自ポート番号', [
    text('protocol', 'protocol', 'プロトコル'),
    port,
  ]),
  gsm.action('+QISERVER', 'listening for connections', '接続の待ち受け', [mode]),
  gsm.setting('+QITCFG', 'transparent mode', '透過モードの設定', [
    int('wait', 'wait', '待ち時間'),
    int('again', 'tries', '再試行'),
    length,
  ]),
  gsm.setting('+QBTPWR', 'Bluetooth', 'Bluetooth の電源', [onOff]),
  gsm.setting('+QGNSSC', 'GNSS', 'GNSS の状態', [onOff]),
  gsm.question('+QGNSSTS', 'time from GNSS', 'GNSS の時刻同期', [onOff]),
  gsm.setting('+QGNSSEPO', 'GNSS assistance', 'GNSS の補助データ', [onOff]),
  gsm.action('+QGREFLOC', 'writing a first position', '初期位置の設定', [
    secret('position', text('latitude', 'latitude', '緯度')),
    secret('position', text('longitude', 'longitude', '経度')),
  ]),
]

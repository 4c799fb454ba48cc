import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  address,
  data,
  file,
  host,
  item,
  mode,
  name,
  onOff,
  password,
  port,
  state,
  url,
  user,
  value,
} from '../shared/vocabulary'

const lte = family('Quectel EC2x/EG9x/BG9x AT Commands Manual', 'quectel')
const nr = family('Quectel RG50xQ/RM5xxQ AT Commands Manual', 'quectel')
const gsm = family('Quectel M66/M95 AT Commands Manual', 'quectel')
const bluetooth = family('Quectel M66/MC60 Bluetooth Application Note', 'quectel')
const mms = family('Quectel EC2x/M66 MMS Application Note', 'quectel')
const mail = family('Quectel M66 SMTP Application Note', 'quectel')
const nb = family('Quectel BC66/BC95 AT Commands Manual', 'quectel')
const gnss = family('Quectel MC60 GNSS AGPS Application Note', 'quectel')

const device = int('device', 'device', 'デバイス')
const to = secret('number', text('address', 'to', '宛先'))
const nv = text('item', 'NV item', 'NV 項目')

export default [
  lte.action('+QNVW', 'writing an NV item', 'NV 項目の書き込み', [
    nv,
    int('index', 'index', '番号'),
    data,
  ]),
  lte.action('+QRFTEST', 'starting a test of the transmitter', '送信試験', [value]),
  lte.action('+QRXFTM', 'starting a test of the receiver', '受信試験', [value]),
  lte.action('+QFMOVE', 'renaming a file', 'ファイル名の変更', [file, file]),
  nr.setting(
    '+QABFOTA',
    'update of the firmware in two halves',
    'A/B 方式のファームウェア更新',
    [item, value],
    { urc: true },
  ),

  bluetooth.action('+QBTPAIR', 'connecting as a pair (pairing)', 'Bluetooth ペアリング', [device]),
  bluetooth.action('+QBTPAIRCNF', 'giving the answer to a pairing', 'ペアリングの応答', [
    onOff,
    password,
  ]),
  bluetooth.action('+QBTUNPAIR', 'deleting a pairing', 'ペアリングの削除', [device]),
  bluetooth.action('+QBTCONN', 'connecting a Bluetooth device', 'Bluetooth 接続', [device, mode]),
  bluetooth.action('+QBTDISCONN', 'ending a Bluetooth connection', 'Bluetooth 切断', [device]),
  bluetooth.action('+QBTACPT', 'giving the answer to a connection', '接続要求への応答', [onOff]),
  bluetooth.question('+QBTSTATE', 'state of Bluetooth', 'Bluetooth の状態', [state]),
  bluetooth.setting('+QBTVISB', 'visibility for Bluetooth devices', 'Bluetooth の検出可否', [mode]),

  mms.setting('+QMMSCFG', 'settings of MMS', 'MMS の設定', [item, value]),
  mms.action('+QMMSEDIT', 'writing an MMS', 'MMS の作成', [
    int('field', 'part', '項目'),
    int('operation', 'operation', '操作'),
    to,
  ]),
  mms.later(
    '+QMMSEND',
    'sending the MMS',
    'MMS の送信',
    [],
    [int('err', 'error', 'エラー'), int('status', 'HTTP', 'HTTP')],
  ),
  mms.setting('+QMMURL', 'server of MMS (MMSC)', 'MMS サーバー（MMSC）', [url]),
  mms.setting('+QMMPROXY', 'proxy of MMS', 'MMS のプロキシ', [onOff, host, port]),
  mms.setting('+QMMTO', 'recipients of the MMS', 'MMS の宛先', [mode, to]),
  mms.setting('+QMMCC', 'copies of the MMS', 'MMS の CC', [mode, to]),
  mms.setting('+QMMBCC', 'blind copies of the MMS', 'MMS の BCC', [mode, to]),
  mms.setting('+QMMTITLE', 'title of the MMS', 'MMS の件名', [
    mode,
    secret('name', text('title', 'title', '件名')),
  ]),
  mms.setting('+QMMATT', 'attached file of the MMS', 'MMS の添付ファイル', [mode, file]),

  mail.setting('+QSMTPUSER', 'login of the mail server', 'メールサーバーの認証', [user, password]),
  mail.setting('+QSMTPSRV', 'mail server', 'メールサーバー', [host, port]),
  mail.setting('+QSMTPSRC', 'sender of the mail', 'メールの差出人', [
    secret('name', name),
    secret('name', text('mail', 'mail address', 'メールアドレス')),
  ]),

  gsm.setting('+QISHOWPT', 'protocol shown with received data', '受信データのプロトコル表示', [
    onOff,
  ]),
  gsm.setting('+QISHOWLA', 'own address shown with received data', '受信データの自アドレス表示', [
    onOff,
  ]),
  gsm.setting('+QGPCLASS', 'GPRS multislot class', 'GPRS マルチスロットクラス', [
    int('class', 'class', 'クラス'),
  ]),
  gsm.setting('+QEXTUNSOL', 'further unsolicited lines', '追加の通知', [item, onOff]),
  gsm.setting('+QSFR', 'speech coding', '音声コーデック', [mode]),
  gsm.setting('+QSPCH', 'reports of the speech channel', '音声チャネルの通知', [onOff], {
    urc: true,
  }),
  gsm.setting('+QMOSTAT', 'reports of an outgoing call', '発信状態の通知', [onOff]),
  gsm.setting('+QCGTFT', 'traffic flow template', 'トラフィックフローテンプレート（TFT）', [value]),

  gnss.question('+QGNSSRD', 'NMEA sentence', 'NMEA センテンス', [data], {
    set: [text('sentence', 'sentence', 'センテンス')],
  }),

  nb.setting('+QLEDMODE', 'network LED', 'ネットワーク LED', [mode]),
  nb.setting('+QSECSWT', 'DTLS of the IoT platform', 'IoT 基盤の DTLS', [
    onOff,
    int('timeout_s', 'time limit s', 'タイムアウト 秒'),
  ]),
  nb.question('+QLWULDATASTATUS', 'state of data that was sent', '送信データの状態', [state]),
  nb.news('+QLWEVTIND', 'event of LwM2M', 'LwM2M のイベント', [int('event', 'event', 'イベント')]),
  nb.question('+QLWSERVERIP', 'server of the IoT platform', 'IoT 基盤のサーバー', [address, port], {
    set: [item, address, port],
  }),
]

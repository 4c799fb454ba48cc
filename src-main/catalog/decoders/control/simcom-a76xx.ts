import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import {
  address,
  cid,
  data,
  file,
  host,
  item,
  length,
  mode,
  name,
  onOff,
  password,
  port,
  socket,
  user,
  value,
  version,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'A76XX Series AT Command Manual V1.09',
  'simcom',
)
const mail = secret('name', text('address', 'mail address', 'メールアドレス'))
const person = secret('name', name)
const ssid = secret('name', text('ssid', 'network', 'SSID'))
const prompt = { ends: { prompt: '> ' } }
const counted = { ends: { prompt: '> ', counts: 0 } }

export default [
  news('*COPN', 'name of the network', 'ネットワークの名称', [
    int('kind', 'kind', '種別'),
    text('name', 'name', '名称'),
  ]),
  news('*ISIMAID', 'IMS application of the SIM', 'SIM の IMS アプリケーション', [
    text('aid', 'application', 'アプリケーション'),
  ]),
  question('+CPSITD', 'serving cell in TD-SCDMA', 'TD-SCDMA の在圏セル', [value]),
  setting('+DUALSIMURC', 'reports of both SIM slots', '両 SIM スロットの通知', [onOff]),
  setting('+VMUTE', 'mute of the loudspeaker', 'スピーカーのミュート', [onOff]),
  action('+CMGMT', 'changing the state of a message', 'SMS の状態の変更', [
    int('index', 'index', '番号'),
  ]),
  setting('+CMVP', 'how long a message stays valid', 'SMS の有効期間', [
    int('vp', 'validity', '有効期間'),
  ]),
  action(
    '+CMGSEX',
    'sending a message, also a part of a long one',
    'SMS の送信（分割送信を含む）',
    [text('da', 'number', '宛先'), int('toda', 'type of number', '番号種別')],
    { ...prompt, parameters: [int('mr', 'reference', '参照番号')] },
  ),
  action('+CMSSEX', 'sending several stored messages', '保存済み SMS の一括送信', [
    int('index', 'index', '番号'),
  ]),
  question('+CCONCINDEX', 'parts of long messages', '分割 SMS の番号', [value]),
  setting('+FSPRESET', 'folder of the files', 'ファイルの既定フォルダー', [value]),
  question('+FSPOSITION', 'place in an open file', 'ファイル内の位置', [
    int('position', 'place', '位置'),
  ]),
  setting('+CFTRXBUF', 'buffer for file transfers', 'ファイル転送バッファー', [value]),
  action('+CSOC', 'opening a socket', 'ソケットの作成', [mode], { parameters: [socket] }),
  setting('+CIPCFG', 'settings of internal sockets', '内蔵ソケットの設定', [value]),
  action('+CIPSENDSTR', 'sending text over a socket', 'ソケットでの文字列送信', [socket, data]),
  setting('+CFTPSSLCFG', 'TLS of FTPS', 'FTPS の TLS', [
    int('session', 'session', 'セッション'),
    int('ssl_ctx', 'TLS context', 'TLS コンテキスト'),
  ]),
  setting('+CFTPSMODE', 'passive or active FTP', 'FTP のモード', [mode]),
  setting('+CTTSPARAM', 'voice of the speech output', '音声合成の設定', [
    int('volume', 'volume', '音量'),
    int('sysvol', 'system volume', 'システム音量'),
    int('digitmode', 'digits', '数字の読み方'),
    int('pitch', 'pitch', '音の高さ'),
    int('speed', 'speed', '速さ'),
  ]),
  setting('+CDTAM', 'speech output into the call', '通話への音声合成', [mode]),
  action('+CCMXPLAY', 'starting to play a sound file', '音声ファイルの再生', [
    file,
    int('play_path', 'to', '再生先'),
    int('repeat', 'repeats', '繰り返し'),
  ]),
  action('+CCMXSTOP', 'stopping to play a sound file', '音声ファイルの停止'),
  setting('+CRTSWITCH', 'ringing tone', '着信音', [onOff]),
  setting('+CRINGSET', 'which ringing tone', '着信音の種類', [value]),
  setting('+CCODECSWITCH', 'codec of sound', '音声コーデック', [mode]),
  action('+SIMTONE', 'starting a tone', 'トーンの再生', [
    int('mode', 'mode', 'モード'),
    int('frequency', 'Hz', 'Hz'),
  ]),
  action('+STTONE', 'starting a tone of the SIM toolkit', 'SIM ツールキットのトーン再生', [
    mode,
    value,
  ]),
  action('+CAPFOTA', 'switching the firmware update over the air on or off', 'FOTA の切り替え', [
    onOff,
  ]),
  action('+CSCFOTA', 'starting the firmware update over the air', 'FOTA の開始', [value]),
  setting('+CWSTASCAN', 'scan of Wi-Fi networks', 'Wi-Fi のスキャン', [onOff]),
  action('+CWSTASCANEX', 'scanning Wi-Fi networks with limits', 'Wi-Fi のスキャン（詳細）', [
    int('round', 'rounds', '回数'),
    int('max', 'most', '最大数'),
  ]),
  setting('+CWSTASCANSYN', 'scan of Wi-Fi in the background', 'Wi-Fi の非同期スキャン', [onOff]),
  setting('+CWMAP', 'own Wi-Fi access point', '自 Wi-Fi アクセスポイント', [onOff]),
  setting('+CWSSID', 'name of the own Wi-Fi', '自 Wi-Fi の SSID', [ssid]),
  setting('+CWAUTH', 'password of the own Wi-Fi', '自 Wi-Fi の認証', [
    int('auth', 'kind', '方式'),
    int('encrypt', 'encryption', '暗号'),
    password,
  ]),
  setting('+CWMOCH', 'mode and channel of the own Wi-Fi', '自 Wi-Fi の規格とチャネル', [
    mode,
    int('channel', 'channel', 'チャネル'),
  ]),
  setting('+CWISO', 'keeping the Wi-Fi clients apart', 'Wi-Fi クライアントの分離', [onOff]),
  question('+CWMACADDR', 'address of the own Wi-Fi', '自 Wi-Fi の MAC アドレス', [address]),
  question('+CWCLICNT', 'clients of the own Wi-Fi', '自 Wi-Fi の接続数', [
    int('count', 'clients', '接続数'),
  ]),
  action('+CTBURST', 'starting the burst test of the radio', 'RF バースト試験', [mode]),
  setting('+CSMTPSCFG', 'settings of mail', 'メールの設定', [item, value]),
  setting('+CSMTPSSRV', 'mail server', 'メールサーバー', [host, port, mode]),
  setting('+CSMTPSAUTH', 'login at the mail server', 'メールサーバーの認証', [
    onOff,
    user,
    password,
  ]),
  setting('+CSMTPSFROM', 'sender of the mail', 'メールの差出人', [mail, person]),
  setting('+CSMTPSRCPT', 'recipient of the mail', 'メールの宛先', [
    int('kind', 'kind', '種別'),
    int('index', 'index', '番号'),
    mail,
    person,
  ]),
  action('+CSMTPSSUB', 'taking the subject of the mail', 'メールの件名の入力', [length], counted),
  action('+CSMTPSBODY', 'taking the text of the mail', 'メールの本文の入力', [length], counted),
  setting('+CSMTPSBCH', 'character set of the mail', 'メールの文字コード', [value]),
  setting('+CSMTPSFILE', 'attachment of the mail', 'メールの添付ファイル', [
    int('index', 'index', '番号'),
    file,
  ]),
  later('+CSMTPSSEND', 'sending the mail', 'メールの送信', [], [int('result', 'result', '結果')]),
  action('+CSMTPSSTOP', 'stopping the sending of the mail', 'メール送信の中止'),
  action('+CSMTPSCLEAN', 'clearing the mail and its settings', 'メールと設定の消去'),
  question('+HWVER', 'version of the hardware', 'ハードウェアバージョン', [version]),
  setting('+AUTOREGCFG', 'registration at the operator by itself', '事業者への自動登録', [onOff]),
  setting('*COMCFG', 'behaviour of Cat.1 bis', 'Cat.1 bis の動作', [value]),
  setting('+MEDCR', 'reserved settings of the modem', 'モデムの予約設定', [cid, item, value]),
  setting('+USBNETIP', 'public address on USB', 'USB ネットワークのアドレス', [onOff]),
  setting('+USBNETMAC', 'own address of the network on USB', 'USB ネットワークの MAC', [address]),
  setting('+SJDCFG', 'detection of jamming', 'ジャミング検出の設定', [item, value]),
]

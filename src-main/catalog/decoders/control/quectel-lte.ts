import type { Facts } from '@core/at/knowledge'
import { int, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family } from '../shared/family'
import {
  address,
  file,
  item,
  length,
  mode,
  name,
  offset,
  onOff,
  password,
  state,
  url,
  value,
  version,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'Quectel EC2x&EG9x&EG2x-G&EM05 AT Commands Manual V2',
  'quectel',
)
const ftp = family('Quectel EC2x/BG96 FTP(S) Application Note', 'quectel')
const smtp = family('Quectel EC2x SMTP(S) Application Note', 'quectel')
const stk = family('Quectel (U)SAT Application Note', 'quectel')
const wifi = family('Quectel FC20 Wi-Fi Application Note', 'quectel')
const bluetooth = family('Quectel Bluetooth Application Note', 'quectel')
const lpwa = family('Quectel BG95&BG77&BG600L / BC66 AT Commands Manual', 'quectel')
const mail = secret('name', text('address', 'mail address', 'メールアドレス'))
const ssid = secret('name', text('ssid', 'network', 'SSID'))
const result = int('result', 'result', '結果')
const path = text('path', 'path', 'パス')
const index = int('index', 'index', '番号')

/** `"ssid",0,"name"`, `"auth",0,5,2,"password"`: what names or opens the network is masked. */
function wifiSetting(row: Row): Facts {
  const name = row.text(0)
  if (/^(?:ssid|auth)$/i.test(name ?? '')) {
    row.mark(row.count - 1, name?.toLowerCase() === 'ssid' ? 'name' : 'password')
    return { item: name }
  }
  const values = row.fields.slice(1).map(({ text: one }) => one)
  return { item: name, value: values.join(', ') || null }
}

export default [
  action('+QRIR', 'putting the ring line back', 'RI 信号の復帰'),
  question('+QNETINFO', 'figures of the network', 'ネットワークの情報', [item, value], {
    set: [item],
    // The figures stand below, one a line: `"rsssnr",10`.
    free: true,
    row: (row) => ({
      item: row.text(0),
      value:
        row.fields
          .slice(1)
          .map((one) => one.text)
          .join(', ') || null,
    }),
  }),
  setting('+QOPSCFG', 'what a scan of cells shows', 'セルスキャンの設定', [item, value]),
  setting('+QECCNUM', 'emergency numbers', '緊急番号', [mode, value]),
  action('+QHUP', 'ending a call with a cause', '理由付きの通話終了', [
    int('cause', 'cause', '理由'),
    index,
  ]),
  setting('+QAUDLOOP', 'loop of sound', '音声ループ', [onOff]),
  setting('+QEEC', 'echo cancellation', 'エコーキャンセル', [index, value]),
  setting('+QTTSETUP', 'voice of the speech output', '音声合成の設定', [mode, index, value]),
  action('+QPSND', 'starting to play a sound file into the call', '通話への音声再生', [mode, file]),
  action('+QAUDSTOP', 'stopping to play a sound file', '音声ファイルの停止'),
  setting('+QAUDCFG', 'settings of sound', '音声の設定', [item, value]),
  setting('+QLTONE', 'own tones', 'ローカルトーン', [onOff]),
  action('+QFASTBOOT', 'restarting into fastboot', 'fastboot への再起動'),
  action(
    '+QDOWNLOAD',
    'restarting into the mode for firmware',
    'ファームウェア書き込みへの再起動',
    [mode],
  ),
  later(
    '+QHTTPPUTFILE',
    'sending a file with HTTP PUT',
    'HTTP PUT でのファイル送信',
    [file, int('timeout_s', 'time limit s', 'タイムアウト 秒')],
    [result, int('status', 'status', 'ステータス')],
  ),
  ftp.later(
    '+QFTPMLSD',
    'reading a folder with details',
    'フォルダー一覧（詳細）',
    [path],
    [result],
  ),
  ftp.later(
    '+QFTPMDTM',
    'asking for the time of a file',
    'ファイル日時の問い合わせ',
    [file],
    [result],
  ),
  ftp.later(
    '+QFTPLEN',
    'asking for the length that was sent',
    '送信済みの長さ',
    [],
    [result, length],
  ),
  setting('+QGPSSUPLURL', 'SUPL server', 'SUPL サーバー', [url]),
  setting('+QGPSSUPLCA', 'certificate of the SUPL server', 'SUPL サーバーの証明書', [file]),
  setting('+QAGPS', 'assisted GPS', 'A-GPS の使用', [onOff]),
  smtp.setting('+QSMTPCFG', 'settings of mail', 'メールの設定', [item, value]),
  smtp.setting('+QSMTPDST', 'recipient of the mail', 'メールの宛先', [mode, mode, mail]),
  smtp.action('+QSMTPSUB', 'taking the subject of the mail', 'メールの件名の入力', [mode, length], {
    ends: { prompt: '> ', counts: 1 },
  }),
  smtp.action('+QSMTPBODY', 'taking the text of the mail', 'メールの本文の入力', [mode, length], {
    ends: { prompt: 'CONNECT', counts: 1 },
  }),
  smtp.setting('+QSMTPATT', 'attachments of the mail', 'メールの添付ファイル', [mode, index, file]),
  smtp.action('+QSMTPCLR', 'clearing the mail', 'メールの消去'),
  smtp.later(
    '+QSMTPPUT',
    'sending the mail',
    'メールの送信',
    [int('timeout_s', 'time limit s', 'タイムアウト 秒')],
    [result],
  ),
  setting('+QJDR', 'detection of jamming', 'ジャミング検出', [onOff], { urc: [state] }),
  setting('+QJDCFG', 'limits for the detection of jamming', 'ジャミング検出の設定', [item, value]),
  stk.action('+QSTKPD', 'sending the terminal profile', 'ターミナルプロファイルの送信', [value]),
  stk.action('+QSTKGI', 'getting a command of the SIM toolkit', 'SIM ツールキット命令の取得', [
    value,
  ]),
  stk.action('+QSTKRSP', 'sending the answer to the SIM toolkit', 'SIM ツールキットへの応答', [
    value,
  ]),
  stk.question('+QSTKSTATE', 'state of the SIM toolkit', 'SIM ツールキットの状態', [state]),
  stk.news('+QSTKURC', 'SIM toolkit', 'SIM ツールキットの通知', [value]),
  wifi.setting('+QWIFICFG', 'settings of the own Wi-Fi', '自 Wi-Fi の設定', [item, value], {
    row: wifiSetting,
    setFacts: wifiSetting,
  }),
  wifi.setting('+QWIFI', 'Wi-Fi', 'Wi-Fi の使用', [onOff]),
  wifi.setting('+QWSSID', 'name of the own Wi-Fi', '自 Wi-Fi の SSID', [ssid]),
  wifi.setting('+QWAUTH', 'password of the own Wi-Fi', '自 Wi-Fi の認証', [
    int('auth', 'kind', '方式'),
    int('encrypt', 'encryption', '暗号'),
    password,
  ]),
  wifi.setting('+QWMOCH', 'mode and channel of the own Wi-Fi', '自 Wi-Fi の規格とチャネル', [
    mode,
    int('channel', 'channel', 'チャネル'),
  ]),
  wifi.setting('+QWISO', 'keeping the Wi-Fi clients apart', 'Wi-Fi クライアントの分離', [onOff]),
  wifi.setting('+QWBCAST', 'whether the Wi-Fi shows its name', 'SSID の通知', [onOff]),
  wifi.question('+QWCLICNT', 'clients of the own Wi-Fi', '自 Wi-Fi の接続数', [
    int('count', 'clients', '接続数'),
  ]),
  wifi.action('+QWRSTD', 'resetting the Wi-Fi settings', 'Wi-Fi 設定の初期化'),
  wifi.question('+QWCLIP', 'addresses of the Wi-Fi clients', 'Wi-Fi クライアントのアドレス', [
    address,
  ]),
  wifi.action('+QWCLRM', 'ending the connection of a Wi-Fi client', 'Wi-Fi クライアントの切断', [
    address,
  ]),
  bluetooth.setting('+QBTNAME', 'own name in Bluetooth', 'Bluetooth の自機名', [
    mode,
    secret('name', name),
  ]),
  bluetooth.question('+QBTADDR', 'own address in Bluetooth', 'Bluetooth の自機アドレス', [address]),
  bluetooth.action('+QBTSCAN', 'searching Bluetooth devices', 'Bluetooth 機器の検索', [onOff]),
  bluetooth.action('+QBTGATREG', 'opening a GATT application', 'GATT アプリケーションの登録', [
    onOff,
  ]),
  lpwa.setting('+QEDRXCFG', 'eDRX and paging window', 'eDRX とページング時間窓', [
    mode,
    int('act_type', 'technology', '方式'),
    value,
  ]),
  lpwa.setting('+QPTWEDRXS', 'eDRX and paging window (BG95)', 'eDRX とページング時間窓（BG95）', [
    mode,
    int('act_type', 'technology', '方式'),
    text('ptw', 'paging window', 'ページング時間窓'),
    text('edrx', 'eDRX', 'eDRX'),
  ]),
  lpwa.setting('+QNBIOTRAI', 'release assistance', '解放支援（RAI）', [mode]),
  lpwa.setting('+QLOCKF', 'lock to a channel', 'チャネルの固定', [
    mode,
    int('earfcn', 'EARFCN', 'EARFCN'),
    offset,
  ]),
  lpwa.setting('+QSPCHSC', 'scrambling of NB-IoT', 'NB-IoT のスクランブル', [onOff]),
  question('+QAPPVER', 'version of the application part', 'アプリ部のバージョン', [version]),
  question('+QCHIPINFO', 'figures of the chip', 'チップの情報', [item, value], { set: [item] }),
  question('+QESIM', 'eSIM', 'eSIM の情報', [item], {
    set: [item],
    // The number of the card is not repeated.
    row: (row) => ({ item: row.text(0) ?? null }),
  }),
  news('+QAUDPIND', 'playing of a sound file', '音声再生の通知', [state]),
]

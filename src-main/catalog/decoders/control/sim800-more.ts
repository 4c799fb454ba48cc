import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  cid,
  file,
  host,
  item,
  length,
  mode,
  name,
  onOff,
  password,
  port,
  state,
  user,
} from '../shared/vocabulary'

const { action, later, news, question, setting } = family(
  'SIM800 Series AT Command Manual V1.09',
  'simcom',
)
const mailResult = int(
  'code',
  'result',
  '結果',
  table(
    '1 success|成功',
    '61 network error|ネットワークのエラー',
    '62 DNS failed|DNS 失敗',
    '63 connection failed|接続失敗',
    '64 timeout|タイムアウト',
    '65 server error|サーバーエラー',
  ),
)
const mail = secret('name', text('address', 'mail address', 'メールアドレス'))
const id = int('id', 'number', '番号')

export default [
  setting('+CBATCHK', 'watching the supply voltage', '電源電圧の監視', [onOff]),
  setting('+CIURC', '“Call Ready” and its kin', '“Call Ready” などの通知', [onOff]),
  setting('+CSGS', 'network light while data are sent', '通信中のネットワーク LED', [mode]),
  setting('+CMGHEX', 'messages as hex', 'メッセージの 16 進送信', [onOff]),
  setting('+MORING', 'state of an outgoing call', '発信の状態通知', [onOff]),
  setting('+EXUNSOL', 'further unsolicited lines', '追加の通知', [item, onOff]),
  setting('+SJDR', 'jamming detection', '妨害電波の検出', [onOff], {
    urc: [text('state', 'state', '状態')],
  }),
  action('+CLDTMF', 'sending local tones', 'ローカル DTMF の送出', [
    int('duration', '0.1 s', '0.1 秒'),
    text('tones', 'tones', 'トーン'),
  ]),
  setting('+CBUZZERRING', 'ringing by a buzzer', 'ブザーによる呼び出し', [onOff]),
  action('+CREC', 'taking up or playing sound', '録音・再生', [mode]),
  action('+CMEDPLAY', 'starting or stopping sound', '音声ファイルの再生', [mode, file]),
  later(
    '+CTTS',
    'starting or stopping speech',
    '音声読み上げ',
    [
      int('mode', 'mode', 'モード', table('0 stop|停止', '1 UCS2 text|UCS2', '2 text|テキスト')),
      text('text', 'text', 'テキスト'),
    ],
    [int('result', 'result', '結果', table('0 done|終了'))],
  ),
  action('+SPWM', 'changing a PWM output', 'PWM 出力の設定', [
    int('channel', 'channel', 'チャネル'),
    int('period', 'period', '周期'),
    int('level', 'level', 'レベル'),
  ]),
  action('+SSLSETCERT', 'loading a certificate', '証明書の読み込み', [file], {
    urc: [int('result', 'result', '結果', table('0 success|成功'))],
  }),
  setting('+SSLOPT', 'options of TLS', 'TLS のオプション', [
    int('opt', 'option', 'オプション'),
    onOff,
  ]),
  setting('+EMAILCID', 'bearer of mail', 'メールのベアラー', [cid]),
  setting('+EMAILTO', 'time limit of mail', 'メールのタイムアウト', [int('timeout_s', 's', '秒')]),
  setting('+EMAILSSL', 'TLS of mail', 'メールの TLS', [mode]),
  setting('+SMTPSRV', 'SMTP server', 'SMTP サーバー', [host, port]),
  setting('+SMTPAUTH', 'SMTP authentication', 'SMTP 認証', [onOff, user, password]),
  setting('+SMTPFROM', 'sender of the mail', 'メールの送信者', [mail, name]),
  setting('+SMTPRCPT', 'receiver of the mail', 'メールの宛先', [
    int('kind', 'kind', '種別', table('0 to|To', '1 cc|Cc', '2 bcc|Bcc')),
    int('index', 'number', '番号'),
    mail,
    name,
  ]),
  setting('+SMTPSUB', 'subject of the mail', 'メールの件名', [
    secret('name', text('subject', 'subject', '件名')),
  ]),
  action('+SMTPBODY', 'writing the body of the mail', 'メール本文の入力', [length], {
    ends: { prompt: 'DOWNLOAD', counts: 0 },
  }),
  later('+SMTPSEND', 'sending the mail', 'メールの送信', [], [mailResult], {
    ends: { secondMs: 120_000 },
  }),
  setting('+POP3SRV', 'POP3 server', 'POP3 サーバー', [host, user, password, port]),
  later('+POP3IN', 'opening the mailbox', 'メールボックスへのログイン', [], [mailResult]),
  later(
    '+POP3NUM',
    'asking for the number of mails',
    'メール件数の取得',
    [],
    [mailResult, int('count', 'mails', '件数'), length],
  ),
  later('+POP3OUT', 'leaving the mailbox', 'メールボックスからのログアウト', [], [mailResult]),
  setting('+BTPOWER', 'Bluetooth', 'Bluetooth の電源', [onOff]),
  question('+BTHOST', 'own Bluetooth device', '自 Bluetooth 機器', [
    name,
    text('address', 'address', 'アドレス'),
  ]),
  question('+BTSTATUS', 'Bluetooth state', 'Bluetooth の状態', [state]),
  later(
    '+BTSCAN',
    'scanning for Bluetooth devices',
    'Bluetooth 機器の検索',
    [mode],
    [
      int('status', 'state', '状態'),
      id,
      name,
      text('address', 'address', 'アドレス'),
      int('rssi', 'level', 'レベル'),
    ],
  ),
  action('+BTPAIR', 'making a Bluetooth pair', 'Bluetooth のペアリング', [mode, id]),
  action('+BTUNPAIR', 'deleting a Bluetooth pair', 'ペアリングの解除', [id]),
  action(
    '+BTCONNECT',
    'connecting to a Bluetooth device',
    'Bluetooth 機器への接続',
    [id, int('profile', 'profile', 'プロファイル')],
    { urc: true, parameters: [id, name] },
  ),
  action('+BTDISCONN', 'closing a Bluetooth connection', 'Bluetooth の切断', [id]),
  action('+BTSPPSEND', 'sending by Bluetooth', 'Bluetooth での送信', [length], {
    ends: { prompt: '> ' },
  }),
  news('+BTSPPDATA', 'data by Bluetooth', 'Bluetooth の受信データ', [id, length]),
]

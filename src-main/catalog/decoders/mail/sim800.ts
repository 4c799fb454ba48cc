import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, host, length, mode, name, onOff, password, port, user } from '../shared/vocabulary'

const { action, later, setting } = family('SIM800 Series AT Command Manual V1.09', 'simcom')

const mail = secret('name', text('address', 'mail address', 'メールアドレス'))
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

export default [
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
]

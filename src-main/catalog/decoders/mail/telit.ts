import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { host, mode, password, user } from '../shared/vocabulary'

const { action, setting } = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')

export default [
  action(
    '#EMAILD',
    'sending a mail',
    'メールの送信',
    [secret('name', text('to', 'to', '宛先')), secret('name', text('subject', 'subject', '件名'))],
    { ends: { prompt: '> ' } },
  ),
  setting('#EUSER', 'user name of mail', 'メールのユーザー名', [user]),
  setting('#EPASSW', 'password of mail', 'メールのパスワード', [password]),
  setting('#ESMTP', 'SMTP server', 'SMTP サーバー', [host]),
  setting('#ESAV', 'settings of mail', 'メールの設定', [mode]),
]

import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { host, name, password, port, user } from '../shared/vocabulary'

const { setting } = family('Quectel M66 SMTP Application Note', 'quectel')

export default [
  setting('+QSMTPUSER', 'login of the mail server', 'メールサーバーの認証', [user, password]),
  setting('+QSMTPSRV', 'mail server', 'メールサーバー', [host, port]),
  setting('+QSMTPSRC', 'sender of the mail', 'メールの差出人', [
    secret('name', name),
    secret('name', text('mail', 'mail address', 'メールアドレス')),
  ]),
]

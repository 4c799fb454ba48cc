import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { item, profile, value } from '../shared/vocabulary'

const { later, question, setting } = family(
  'u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)',
  'u-blox',
)

const result = int('result', 'result', '結果')
const mail = secret('name', text('address', 'mail address', 'メールアドレス'))

export default [
  setting('+USMTP', 'mail profile', 'メールプロファイル', [profile, item, value]),
  later('+USMTPC', 'sending the mail', 'メールの送信', [profile, item], [profile, result]),
  setting('+USMTPM', 'content of the mail', 'メールの内容', [profile, item, mail]),
  question('+USMTPER', 'last error of mail', 'メールの直近のエラー', [result]),
]

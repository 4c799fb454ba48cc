import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CPWD',
  title: say('change of a password', 'パスワードの変更'),
  does: say('Changes a password.', 'パスワードを変更します。'),
  spec: '3GPP TS 27.007, 7.5',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [
    text('fac', 'lock', '対象'),
    secret('password', text('oldpwd', 'old password', '旧パスワード')),
    secret('password', text('newpwd', 'new password', '新パスワード')),
  ],
})

import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { type ValueMeanings, int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const facilities: ValueMeanings = {
  SC: say('SIM PIN', 'SIM の PIN'),
  PS: say('lock to this SIM', 'この SIM へのロック'),
  PN: say('network lock', 'ネットワークロック'),
  FD: say('fixed dialling', '発信先限定'),
}

const clck = decoder({
  id: '+CLCK',
  title: say('locks and barring', 'ロックと規制'),
  does: say('Locks, unlocks or asks for a lock.', 'ロックの設定・解除・照会を行います。'),
  spec: '3GPP TS 27.007, 7.4',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('status', 'lock', 'ロック', offOn), int('class', 'class', 'クラス')],
  set: [
    text('fac', 'lock', '対象', facilities),
    int('mode', 'mode', '動作', {
      0: say('unlock', '解除'),
      1: say('lock', 'ロック'),
      2: say('ask', '照会'),
    }),
    secret('password', text('passwd', 'password', 'パスワード')),
    int('class', 'class', 'クラス'),
  ],
  test: (rows) => ({ facilities: rows.flatMap((row) => expandValues(row.tail)) }),
})

const cpwd = decoder({
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

export default [clck, cpwd]

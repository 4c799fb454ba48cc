import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

const qicsgp = decoder({
  id: '+QICSGP',
  title: say('APN and authentication', 'APN と認証の設定'),
  spec: 'Quectel BG96 manual',
  group: 'quectel',
  forms: ['set', 'test'],
  parameters: [
    int('context_type', 'type', '種別'),
    text('apn', 'APN', 'APN'),
    secret('password', text('userid', 'user', 'ユーザー名')),
    secret('password', text('password', 'password', 'パスワード')),
    int('auth_prot', 'protocol', '認証方式', {
      0: say('no authentication', '認証なし'),
      1: say('PAP', 'PAP'),
      2: say('CHAP', 'CHAP'),
      3: say('PAP or CHAP', 'PAP または CHAP'),
    }),
  ],
  set: [
    int('cid', 'context', 'cid'),
    int('context_type', 'type', '種別'),
    text('apn', 'APN', 'APN'),
    secret('password', text('userid', 'user', 'ユーザー名')),
    secret('password', text('password', 'password', 'パスワード')),
    int('auth_prot', 'protocol', '認証方式', {
      0: say('no authentication', '認証なし'),
      1: say('PAP', 'PAP'),
      2: say('CHAP', 'CHAP'),
      3: say('PAP or CHAP', 'PAP または CHAP'),
    }),
  ],
})

const qiact = decoder({
  id: '+QIACT',
  title: say('active internal contexts', '内蔵 TCP/IP の接続'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  parameters: [
    int('cid', 'context', 'cid'),
    int('context_state', 'state', '状態'),
    int('context_type', 'type', '種別'),
    secret('address', text('ip_address', 'address', 'アドレス')),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
})

export default [qicsgp, qiact]

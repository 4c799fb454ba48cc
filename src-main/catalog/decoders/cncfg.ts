import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CNCFG',
  title: say('context of the internal network', '内蔵ネットワークの設定'),
  spec: 'SIM7070 AT manual',
  group: 'simcom',
  parameters: [
    int('pdpidx', 'context', 'コンテキスト'),
    int('ip_type', 'IP', 'IP 種別'),
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
  list: 'contexts',
})

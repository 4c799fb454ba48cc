import { decoder, type Decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import type { Words } from '@core/words'

/** The user of a context on SIMCom's 3G modems: the password stands before the name. */
function contextUser(id: string, title: Words): Decoder {
  return decoder({
    id,
    title,
    spec: 'SIM5320 AT manual',
    group: 'simcom',
    parameters: [
      int('cid', 'context', 'cid'),
      int('auth_prot', 'protocol', '認証方式', {
        0: say('no authentication', '認証なし'),
        1: say('PAP', 'PAP'),
        2: say('CHAP', 'CHAP'),
        3: say('PAP or CHAP', 'PAP または CHAP'),
      }),
      secret('password', text('password', 'password', 'パスワード')),
      secret('password', text('userid', 'user name', 'ユーザー名')),
    ],
    list: 'contexts',
  })
}

export default [
  contextUser(
    '+CSOCKAUTH',
    say('authentication of socket contexts', 'ソケット用コンテキストの認証'),
  ),
  contextUser('$QCPDPP', say('authentication of contexts', 'コンテキストの認証設定')),
]

import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type Parameter, type ValueMeanings, int, say, secret, text } from '@core/at/parameter'
import type { Words } from '@core/words'
import { factRows } from '../shared/fact-rows'
import { display, sentences } from '../shared/join'

const protocols: ValueMeanings = {
  0: say('no authentication', '認証なし'),
  1: say('PAP', 'PAP'),
  2: say('CHAP', 'CHAP'),
  3: say('PAP or CHAP', 'PAP または CHAP'),
}

// SIMCom modems take the password before the user name when written, so both are kept from exports.
const parameters: Parameter[] = [
  int('cid', 'context', 'cid'),
  int('auth_prot', 'protocol', '認証方式', protocols),
  secret('password', text('userid', 'user name', 'ユーザー名')),
  secret('password', text('password', 'password', 'パスワード')),
]

export default decoder({
  id: '+CGAUTH',
  alone: say('Deletes the authentication of context #.', 'cid # の認証設定を削除します。'),
  title: say('authentication of PDP contexts', 'PDP コンテキストの認証設定'),
  spec: '3GPP TS 27.007, 10.1.31; A76XX manual p148',
  group: 'packet',
  list: 'contexts',
  parameters,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const contexts = factRows(facts['contexts'])
    if (contexts.length === 0)
      return { words: say('No authentication is stored.', '認証設定は保存されていません。') }
    return { words: sentences(...contexts.map(authWords)) }
  },
  explainCommand(facts, command) {
    if (command.form !== 'set') return undefined
    const { en, ja } = authWords(facts)
    return {
      words: sentences(
        say(`Sets authentication of ${en}`, `認証を設定します（${ja}）`),
        order(facts),
      ),
    }
  },
})

function authWords(context: Facts): Words {
  const { cid, auth_prot: protocol, userid } = context
  const how =
    protocols[factText(protocol)] ??
    say(`protocol ${display(protocol)}`, `方式 ${display(protocol)}`)
  const named = typeof userid === 'string'
  return say(
    `context ${display(cid)}: ${how.en}${named ? ' with user name and password' : ''}`,
    `cid ${display(cid)}：${how.ja}${named ? '（ユーザー名・パスワードあり）' : ''}`,
  )
}

function order(facts: Facts): Words | undefined {
  if (typeof facts['password'] !== 'string') return undefined
  return say(
    'SIMCom modems take the password first, 3GPP and others the user name: read it back and compare',
    'SIMCom はパスワード、ユーザー名の順、3GPP と他社は逆順です。設定後に読み出して確認してください',
  )
}

import { type Asked, decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type Parameter, int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { positional, testFacts } from '@core/at/read-facts'
import type { Row } from '@core/at/row'

const caller: Parameter[] = [
  secret('number', text('number', 'caller', '発信者番号')),
  int('type', 'type of number', '番号種別'),
  int('class', 'class', 'クラス'),
  secret('name', text('alpha', 'name', '名前')),
]

const status: Parameter[] = [
  int('status', 'call waiting', '割込着信', offOn),
  int('class', 'class', 'クラス'),
]

const mode = int('n', 'show waiting calls', '割込着信の表示', offOn)

export default decoder({
  id: '+CCWA',
  title: say('call waiting', '割込着信（キャッチホン）'),
  spec: '3GPP TS 27.007, 7.12',
  group: 'call',
  parameters: [mode, ...status, ...caller.slice(0, 2)],
  set: [mode, int('mode', 'mode', '動作'), int('class', 'class', 'クラス')],
  urc: true,
  setAnswers: true,
  isUnsolicited: (row) => row.fields[0]?.quoted === true,
  test: testFacts([mode]),
  row,
})

/** The read form gives <n>, a query status and class, a waiting call its number. */
function row(line: Row, asked: Asked): Facts {
  if (line.fields[0]?.quoted === true || asked.form === 'urc') return positional(line, caller)
  return positional(line, asked.form === 'read' ? [mode] : status)
}

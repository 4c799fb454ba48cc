import { type Asked, decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type ValueMeanings, int, say } from '@core/at/parameter'
import type { Row } from '@core/at/row'

const registers: ValueMeanings = {
  0: say('rings before answering', '自動着信までの呼出回数'),
  3: say('character that ends a line', '行末文字'),
  4: say('character before an answer', '改行文字'),
  5: say('backspace character', '後退文字'),
  6: say('wait for dial tone, s', '発信前の待ち 秒'),
  7: say('wait for a connection, s', '接続待ち 秒'),
  8: say('pause for a comma, s', 'カンマの待ち 秒'),
  10: say('delay before hang-up, 0.1 s', '切断までの遅延 0.1 秒'),
  12: say('guard time of +++, 0.02 s', '+++ のガードタイム 0.02 秒'),
}

export default decoder({
  id: 'ATS',
  title: say('S register', 'S レジスタ'),
  spec: 'ITU-T V.250, 5.3.2',
  group: 'basic',
  forms: ['read', 'set'],
  free: true,
  parameters: [int('register', 'register', 'レジスタ', registers), int('value', 'value', '値')],
  row,
  setFacts,
})

/** `ATS0?` answers with digits alone. */
function row(line: Row, asked: Asked): Facts {
  const register = /^\d+/.exec(asked.command?.args ?? '')?.[0]
  return {
    ...(register === undefined ? {} : { register: Number(register) }),
    value: line.int(0, 'value'),
  }
}

function setFacts(line: Row): Facts {
  const found = /^(\d+)(?:=(\d+))?/.exec(line.tail)
  if (!found) return {}
  return {
    register: Number(found[1]),
    ...(found[2] === undefined ? {} : { value: Number(found[2]) }),
  }
}

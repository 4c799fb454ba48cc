import { type Asked, decoder } from '@core/at/decoder'
import type { FactValue, Facts } from '@core/at/knowledge'
import { type Parameter, int, say, text } from '@core/at/parameter'
import { positional, testFacts } from '@core/at/read-facts'
import type { Row } from '@core/at/row'
import { packedText } from '@core/sms/packed-text'
import { decodedFields } from '../shared/ucs2'

const mode = int('n', 'show answers', '応答の表示', {
  0: say('off', 'しない'),
  1: say('on', 'する'),
  2: say('cancel the session', 'セッションを中止'),
})

const answer: Parameter[] = [
  int('m', 'state', '状態', {
    0: say('finished', '完了'),
    1: say('an answer is wanted', '応答待ち'),
    2: say('ended by the network', 'ネットワークが終了'),
    3: say('another client answered', '別の端末が応答'),
    4: say('not supported', '非対応'),
    5: say('network timeout', 'ネットワークタイムアウト'),
  }),
  text('str', 'text', '本文'),
  int('dcs', 'coding', '符号化'),
]

export default decoder({
  id: '+CUSD',
  title: say('USSD dialogue with the network', 'USSD'),
  spec: '3GPP TS 27.007, 7.15',
  group: 'network',
  parameters: [mode, ...answer],
  set: [mode, text('str', 'text', '本文'), int('dcs', 'coding', '符号化')],
  urc: true,
  isUnsolicited: (row) => row.count > 1,
  explain(facts, asked) {
    const { m } = facts
    if (asked.form === 'test' || typeof m !== 'number') return undefined
    const state = answer[0]?.values?.[m] ?? say(`state ${m}`, `状態 ${m}`)
    const shown = facts['str_decoded'] ?? facts['str']
    const tail = typeof shown === 'string' ? shown : ''
    return {
      words: say(
        `USSD, ${state.en}${tail && `: ${tail}`}.`,
        `USSD（${state.ja}）${tail && `：${tail}`}`,
      ),
      severity: m >= 4 ? 'warning' : 'fine',
    }
  },
  test: testFacts([mode]),
  row(row: Row, asked: Asked): Facts {
    const facts = positional(row, asked.form === 'read' ? [mode] : answer)
    const said = asked.charset === 'UCS2' ? undefined : septetsIn(facts['str'], facts['dcs'])
    if (said !== undefined) return { ...facts, str_decoded: said }
    return { ...facts, ...decodedFields(facts, ['str'], asked.charset) }
  },
})

/** Coded as the GSM alphabet (23.038, 5), and not in letters. */
function septetsIn(value: FactValue | undefined, dcs: FactValue | undefined): string | undefined {
  if (typeof value !== 'string' || (dcs !== 15 && dcs !== 0 && dcs !== 1)) return undefined
  return packedText(value)
}

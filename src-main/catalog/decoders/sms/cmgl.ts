import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { factRows } from '../shared/fact-rows'
import { looseFacts, messagesOf, storedFacts } from '../shared/messages'

export default decoder({
  id: '+CMGL',
  title: say('stored messages', '保存されている SMS'),
  does: say('Lists stored messages.', '保存されている SMS を一覧します。'),
  spec: '3GPP TS 27.005, 3.4.2',
  group: 'sms',
  forms: ['action', 'set', 'test'],
  list: 'messages',
  body: 'answer',
  asks: true,
  parameters: [text('stat', 'which', '種別')],
  answer,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    if (facts['pdu'] !== undefined) return { words: say('A message as PDU.', 'SMS の PDU です。') }
    const { length } = factRows(facts['messages'])
    return { words: say(`${length} stored messages.`, `保存されている SMS：${length} 件`) }
  },
})

function answer(rows: readonly Row[]) {
  const { messages, loose } = messagesOf(rows)
  const all = messages.map(({ header, body }) => ({
    index: header.int(0, 'index'),
    ...storedFacts(header, body, 1),
  }))
  return messages.length === 0 && loose.length > 0 ? looseFacts(loose) : { messages: all }
}

import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { bodyFacts, looseFacts, messagesOf } from './shared/messages'

export default decoder({
  id: '+CMT',
  title: say('received message', '受信 SMS'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  forms: [],
  urc: true,
  body: 'urc',
  parameters: [text('alpha', 'name', '名前'), int('length', 'octets', 'オクテット数')],
  answer,
  explain: () => ({ words: say('A message was received.', 'SMS を受信しました。') }),
})

/** PDU mode: `alpha,length`; text mode: `number,alpha,time`. */
function answer(rows: readonly Row[]): Facts {
  const { messages, loose } = messagesOf(rows)
  const [first] = messages
  if (!first) return looseFacts(loose)
  const { header, body } = first
  const last = header.fields.at(-1)
  if (last && !last.quoted && header.count <= 2)
    return {
      alpha: header.count > 1 ? header.text(0) : null,
      length: header.int(header.count - 1, 'length'),
      ...bodyFacts(body, 'pdu'),
    }
  header.mark(0, 'number')
  return {
    number: header.text(0),
    alpha: header.text(1),
    timestamp: header.text(2),
    ...bodyFacts(body, 'text'),
  }
}

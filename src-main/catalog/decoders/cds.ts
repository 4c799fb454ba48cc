import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { bodyFacts, looseFacts, messagesOf } from './shared/messages'

export default decoder({
  id: '+CDS',
  title: say('delivery report', 'SMS の配信レポート'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  forms: [],
  urc: true,
  body: 'urc',
  parameters: [int('length', 'octets', 'オクテット数'), text('pdu', 'PDU', 'PDU')],
  answer,
  explain: () => ({
    words: say('A message was delivered (status report).', 'SMS の配信レポートを受信しました。'),
  }),
})

function answer(rows: readonly Row[]) {
  const { messages, loose } = messagesOf(rows)
  const [first] = messages
  if (!first) return looseFacts(loose)
  return { length: first.header.int(0, 'length'), ...bodyFacts(first.body, 'pdu') }
}

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { bodyFacts, messagesOf } from './shared/messages'

export default decoder({
  id: '+CBM',
  title: say('cell broadcast message', 'セル同報メッセージ'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  forms: [],
  parameters: [int('length', 'octets', 'オクテット数'), text('pdu', 'PDU', 'PDU')],
  urc: true,
  body: 'urc',
  answer(rows) {
    const { messages } = messagesOf(rows)
    const [first] = messages
    return first ? { length: first.header.int(0, 'length'), ...bodyFacts(first.body, 'pdu') } : {}
  },
})

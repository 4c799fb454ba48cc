import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { bodyFacts, looseFacts, messagesOf } from '../shared/messages'

const cmti = decoder({
  id: '+CMTI',
  title: say('new message stored', 'SMS 受信（保存済み）'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  forms: [],
  parameters: [text('mem', 'store', '保存先'), int('index', 'index', '番号')],
  urc: true,
})

const cmt = decoder({
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

const cds = decoder({
  id: '+CDS',
  title: say('delivery report', 'SMS の配信レポート'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  forms: [],
  urc: true,
  body: 'urc',
  parameters: [int('length', 'octets', 'オクテット数'), text('pdu', 'PDU', 'PDU')],
  answer: cdsAnswer,
  explain: () => ({
    words: say('A message was delivered (status report).', 'SMS の配信レポートを受信しました。'),
  }),
})

function cdsAnswer(rows: readonly Row[]) {
  const { messages, loose } = messagesOf(rows)
  const [first] = messages
  if (!first) return looseFacts(loose)
  return { length: first.header.int(0, 'length'), ...bodyFacts(first.body, 'pdu') }
}

const cdsi = decoder({
  id: '+CDSI',
  title: say('delivery report stored', '配信レポート受信（保存済み）'),
  spec: '3GPP TS 27.005, 3.4.1',
  group: 'sms',
  forms: [],
  parameters: [text('mem', 'store', '保存先'), int('index', 'index', '番号')],
  urc: true,
})

const cbm = decoder({
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

export default [cmti, cmt, cds, cdsi, cbm]

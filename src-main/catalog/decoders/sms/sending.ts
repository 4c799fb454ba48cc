import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

/** In PDU mode it is how many octets follow (27.005, 4.3): at most 164, and nobody's number. */
function destination(row: Row): Facts {
  const da = row.text(0)
  const octets = row.fields[0]?.quoted !== true && /^\d{1,3}$/.test(da ?? '')
  if (!octets) row.mark(0, 'number')
  const toda = row.int(1, 'toda')
  return { da: da ?? null, ...(toda === undefined ? {} : { toda }) }
}

const cmgs = decoder({
  id: '+CMGS',
  title: say('sending of a message', 'SMS の送信'),
  does: say(
    'Sends a message; the text follows after the prompt >.',
    'SMS を送信します（プロンプト > の後に本文を送ります）。',
  ),
  spec: '3GPP TS 27.005, 3.5.1',
  group: 'sms',
  forms: ['set', 'test'],
  parameters: [int('mr', 'reference', '参照番号')],
  set: [
    text('da', 'number or octets', '宛先またはオクテット数'),
    int('toda', 'type of number', '番号種別'),
  ],
  setFacts: destination,
})

const cmgw = decoder({
  id: '+CMGW',
  title: say('storing of a message', 'SMS の保存'),
  does: say('Stores a message.', 'SMS を保存します。'),
  spec: '3GPP TS 27.005, 3.5.3',
  group: 'sms',
  forms: ['set', 'action', 'test'],
  parameters: [int('index', 'index', '番号')],
  set: [
    text('da', 'number or octets', '宛先またはオクテット数'),
    int('toda', 'type of number', '番号種別'),
  ],
  setFacts: destination,
})

const cmss = decoder({
  id: '+CMSS',
  title: say('sending of a stored message', '保存済み SMS の送信'),
  does: say('Sends a stored message.', '保存済み SMS を送信します。'),
  spec: '3GPP TS 27.005, 3.5.2',
  group: 'sms',
  forms: ['set', 'test'],
  parameters: [int('mr', 'reference', '参照番号')],
  set: [int('index', 'index', '番号'), secret('number', text('da', 'number', '宛先'))],
})

const cmgd = decoder({
  id: '+CMGD',
  title: say('deletion of messages', 'SMS の削除'),
  does: say('Deletes messages.', 'SMS を削除します。'),
  spec: '3GPP TS 27.005, 3.5.4',
  group: 'sms',
  forms: ['set', 'test'],
  parameters: [
    int('index', 'index', '番号'),
    int('delflag', 'which', '範囲', {
      0: say('this one', 'この 1 件'),
      1: say('all that were read', '既読すべて'),
      2: say('all read and sent', '既読・送信済みすべて'),
      3: say('all but the unread', '未読以外すべて'),
      4: say('all', 'すべて'),
    }),
  ],
})

const cnma = decoder({
  id: '+CNMA',
  title: say('acknowledgement of a message', 'SMS の受信確認'),
  does: say('Acknowledges a received message.', '受信した SMS の確認応答を返します。'),
  spec: '3GPP TS 27.005, 3.4.4',
  group: 'sms',
  forms: ['action', 'set', 'test'],
  parameters: [int('n', 'kind', '種別')],
})

export default [cmgs, cmgw, cmss, cmgd, cnma]

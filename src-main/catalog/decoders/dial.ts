import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

export default decoder({
  id: 'ATD',
  title: say('dial', '発信'),
  does: say('Dials.', '発信します。'),
  spec: 'ITU-T V.250, 6.3.1; 3GPP TS 27.007, 10.2.1',
  group: 'call',
  forms: ['action'],
  parameters: [secret('number', text('number', 'number', '番号')), int('cid', 'context', 'cid')],
  setFacts,
  explainCommand(facts) {
    if (facts['service'] === undefined)
      return { words: say('Dials a number.', '電話番号に発信します。'), severity: 'notice' }
    const cid = String(facts['cid'] ?? 1)
    return {
      words: say(
        `Starts a data call on context ${cid}: after CONNECT the port speaks PPP.`,
        `cid ${cid} でデータ接続を開始します。CONNECT の後は PPP になります。`,
      ),
    }
  },
})

/** `*99***1#` is a packet call on context 1 (27.007, 10.2.1.1); anything else is a phone number. */
function setFacts(row: Row): Facts {
  const packet = /^[TP]?\*(99|98)(?:\*[^*#]*)?(?:\*[^*#]*)?(?:\*(\d{1,3}))?#/i.exec(row.tail)
  if (packet)
    return { service: `*${packet[1] ?? ''}`, ...(packet[2] ? { cid: Number(packet[2]) } : {}) }
  const number = row.tail.replace(/;$/, '')
  row.markText(number, 'number')
  return { number: number || null }
}

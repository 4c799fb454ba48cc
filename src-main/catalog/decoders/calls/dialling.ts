import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

const dial = decoder({
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
    if (facts['service'] === cdmaPacket)
      return {
        words: say(
          'Starts a packet data call (CDMA): after CONNECT the port speaks PPP.',
          'パケットデータ接続（CDMA）を開始します。CONNECT の後は PPP になります。',
        ),
      }
    const cid = factText(facts['cid'] ?? 1)
    return {
      words: say(
        `Starts a data call on context ${cid}: after CONNECT the port speaks PPP.`,
        `cid ${cid} でデータ接続を開始します。CONNECT の後は PPP になります。`,
      ),
    }
  },
})

/** What CDMA modems dial for packet data (TIA/EIA/IS-707). */
const cdmaPacket = '#777'

/** `*99***1#` is a packet call on context 1 (27.007, 10.2.1.1); anything else is a phone number. */
function setFacts(row: Row): Facts {
  const packet = /^[TP]?\*(99|98)(?:\*[^*#]*)?(?:\*[^*#]*)?(?:\*(\d{1,3}))?#/i.exec(row.tail)
  if (packet)
    return { service: `*${packet[1] ?? ''}`, ...(packet[2] ? { cid: Number(packet[2]) } : {}) }
  if (/^[TP]?\s*#777;?$/i.test(row.tail)) return { service: cdmaPacket }
  // What a program says of the command: `ATD failed: -65536`; no dial string holds a colon.
  if (/^[^"]*:/.test(row.tail)) return {}
  const number = row.tail.replace(/;$/, '')
  row.markText(number, 'number')
  return { number: number || null }
}

const answerCall = decoder({
  id: 'ATA',
  title: say('answering', '着信応答'),
  does: say('Answers a call.', '着信に応答します。'),
  spec: 'ITU-T V.250, 6.3.5',
  group: 'basic',
  forms: ['action'],
  free: true,
})

const hangUp = decoder({
  id: 'ATH',
  title: say('hang-up', '切断'),
  does: say('Hangs up; a data call ends too.', '回線を切断します（データ接続も終了）。'),
  spec: 'ITU-T V.250, 6.3.6',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

const online = decoder({
  id: 'ATO',
  title: say('return to data mode', 'データモードへの復帰'),
  does: say('Goes back to data mode.', 'データモードに戻ります。'),
  spec: 'ITU-T V.250, 6.3.7',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

const chup = decoder({
  id: '+CHUP',
  title: say('hang-up', '通話切断'),
  does: say('Ends all calls.', 'すべての通話を切断します。'),
  spec: '3GPP TS 27.007, 6.5',
  group: 'call',
  forms: ['action', 'test'],
})

const chld = decoder({
  id: '+CHLD',
  title: say('holding of calls', '保留・会議通話'),
  does: say('Holds or joins calls.', '通話の保留・会議を操作します。'),
  spec: '3GPP TS 27.007, 7.13',
  group: 'call',
  forms: ['set', 'test'],
  parameters: [text('n', 'action', '動作')],
})

const vts = decoder({
  id: '+VTS',
  title: say('sending of DTMF', 'DTMF の送信'),
  does: say('Sends a DTMF tone.', 'DTMF を送信します。'),
  spec: '3GPP TS 27.007, C.2.11',
  group: 'call',
  forms: ['set', 'test'],
  parameters: [text('key', 'key', 'キー')],
})

export default [dial, answerCall, hangUp, online, chup, chld, vts]

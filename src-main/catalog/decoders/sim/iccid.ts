import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { cardIssuer } from '../shared/operators'

const eid = decoder({
  id: '+CEID',
  title: say('EID, the number of the eUICC', 'EID（eUICC の番号）'),
  spec: 'u-blox LARA-R6/SARA-R5 AT Commands Manual, +CEID; GSMA SGP.29',
  group: 'sim',
  forms: ['action', 'read', 'test'],
  free: true,
  parameters: [secret('iccid', text('eid', 'EID', 'EID'))],
  row(line) {
    line.mark(0, 'iccid')
    return { eid: line.text(0) ?? null }
  },
  explain: (_facts, asked) =>
    asked.form === 'test'
      ? undefined
      : { words: say('Number of the eUICC.', 'eUICC の番号です。') },
})

const iccid = decoder({
  id: '+CCID',
  aliases: ['+CICCID', '+ICCID', '+QCCID', '%XICCID', '^ICCID', '#CCID', '!ICCID'],
  prefixes: [
    '+CCID',
    '+CICCID',
    '+ICCID',
    '+QCCID',
    '%XICCID',
    '^ICCID',
    '#CCID',
    '!ICCID',
    'ICCID',
  ],
  title: say('ICCID, the number of the SIM card', 'ICCID（SIM カード番号）'),
  spec: 'A76XX manual p154; ITU-T E.118',
  group: 'sim',
  forms: ['action', 'read', 'test'],
  free: true,
  parameters: [secret('iccid', text('iccid', 'ICCID', 'ICCID'))],
  urc: true,
  row,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const issuer = cardIssuer(facts['iccid'])
    if (issuer === undefined)
      return { words: say('Number of the SIM card.', 'SIM カードの番号です。') }
    return {
      words: say(`Number of the SIM card: ${issuer}.`, `SIM カードの番号（${issuer}）です。`),
    }
  },
})

function row(line: Row) {
  const given = line.text(0)
  if (typeof given !== 'string' || !/^[\da-fxX*]{10,22}$/i.test(given)) {
    line.refuse('the digits of an ICCID')
    return {}
  }
  line.mark(0, 'iccid')
  // Cards fill an odd number of digits up with F.
  return { iccid: inReadingOrder(given).replace(/f+$/i, '') }
}

/** Every ICCID begins with 89 (E.118); 98 is the same as the card stores it, two digits of an octet swapped. */
function inReadingOrder(digits: string): string {
  if (!digits.startsWith('98') || digits.length < 18 || digits.length % 2 !== 0) return digits
  return digits.replace(/(.)(.)/g, '$2$1')
}

export default [iccid, eid]

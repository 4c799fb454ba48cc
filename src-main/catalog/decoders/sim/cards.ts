import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { factRows } from '../shared/fact-rows'
import { simIssuer } from '../shared/operators'
import { decodedFields } from '../shared/ucs2'

const cimi = decoder({
  id: '+CIMI',
  title: say('IMSI, the identity of the SIM', 'IMSI（SIM の加入者識別番号）'),
  spec: '3GPP TS 27.007, 5.6',
  group: 'sim',
  forms: ['action', 'test'],
  free: true,
  parameters: [secret('imsi', text('imsi', 'IMSI', 'IMSI'))],
  row,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const issuer = simIssuer(facts['imsi'])
    if (issuer === undefined) return { words: say('IMSI of the SIM.', 'SIM の IMSI です。') }
    return { words: say(`IMSI of the SIM: ${issuer}.`, `SIM の IMSI（${issuer}）です。`) }
  },
})

function row(line: Row) {
  const imsi = line.text(0)
  // Logs in print have some digits crossed out.
  if (typeof imsi !== 'string' || !/^[\dxX*]{6,15}$/.test(imsi)) {
    line.refuse('the digits of an IMSI')
    return {}
  }
  line.mark(0, 'imsi')
  return { imsi }
}

const cspn = decoder({
  id: '+CSPN',
  title: say('name of the SIM issuer', 'SIM の発行者名（SPN）'),
  spec: 'A76XX manual',
  group: 'sim',
  parameters: [text('spn', 'name', '名称'), int('display', 'show', '表示')],
})

const cnum = decoder({
  id: '+CNUM',
  title: say('own phone numbers', '自局電話番号'),
  spec: '3GPP TS 27.007, 7.1',
  group: 'sim',
  forms: ['action', 'test'],
  list: 'numbers',
  parameters: [
    secret('name', text('alpha', 'name', '名前')),
    secret('number', text('number', 'number', '番号')),
    int('type', 'type of number', '番号種別'),
  ],
  derive: (facts, asked) => ({
    ...facts,
    ...decodedFields(facts, ['alpha', 'number'], asked.charset),
  }),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const { length } = factRows(facts['numbers'])
    return length === 0
      ? {
          words: say(
            'The SIM stores no number of its own; data SIMs often do not.',
            'SIM に自局番号は保存されていません（データ専用 SIM では普通です）。',
          ),
        }
      : { words: say(`Own numbers: ${length}.`, `自局番号：${length} 件`) }
  },
})

export default [cimi, cspn, cnum]

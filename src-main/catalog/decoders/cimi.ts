import { decoder } from '@core/at/decoder'
import type { Row } from '@core/at/row'
import { say, secret, text } from '@core/at/parameter'
import { simIssuer } from './shared/operators'

export default decoder({
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

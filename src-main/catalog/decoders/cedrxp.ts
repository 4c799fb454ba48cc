import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import { edrxParameters, edrxWords } from './shared/edrx'

export default decoder({
  id: '+CEDRXP',
  title: say('change of eDRX', 'eDRX の変化'),
  spec: '3GPP TS 27.007, 7.40',
  group: 'power',
  forms: [],
  parameters: edrxParameters,
  urc: true,
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: edrxWords(facts) }),
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import { edrxParameters, edrxWords } from './shared/edrx'

export default decoder({
  id: '+CEDRXRDP',
  title: say('eDRX in use', '現在の eDRX'),
  spec: '3GPP TS 27.007, 7.41',
  group: 'power',
  forms: ['action', 'test'],
  parameters: edrxParameters,
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: edrxWords(facts) }),
})

import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CPMVT',
  title: say('voltage limits with power-off', '電圧保護'),
  spec: 'A76XX manual p273',
  group: 'simcom',
  parameters: [
    int('enable', 'protection', '保護', offOn),
    int('low_mv', 'low mV', '下限 mV'),
    int('high_mv', 'high mV', '上限 mV'),
  ],
})

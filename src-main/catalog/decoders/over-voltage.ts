import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'OVER-VOLTAGE',
  pattern: /^OVER-VOLTAGE.*$/,
  title: say('high supply voltage', '電源電圧上昇'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say('The supply voltage is too high.', '電源電圧が高すぎます。'),
    severity: 'failure',
  }),
})

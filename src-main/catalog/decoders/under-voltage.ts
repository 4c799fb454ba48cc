import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'UNDER-VOLTAGE',
  pattern: /^UNDER-VOLTAGE.*$/,
  title: say('low supply voltage', '電源電圧低下'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The supply voltage is too low: check the supply under load.',
      '電源電圧が低下しています。負荷時の電源を確認してください。',
    ),
    severity: 'failure',
  }),
})

import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'OVER-VOLTAGE',
  pattern: /^OVER-VOLTAGE.*$/,
  title: say('high supply voltage', '電源の過電圧'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The supply voltage is too high: check the supply and its regulator.',
      '電源電圧が上限を超えています。電源とレギュレーターの設定を確認してください。',
    ),
    severity: 'failure',
  }),
})

import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CVALARM',
  title: say('voltage alarm', '電圧アラーム'),
  spec: 'A76XX manual p271',
  group: 'simcom',
  parameters: [
    int('enable', 'alarm', 'アラーム', offOn),
    int('low_mv', 'low mV', '下限 mV'),
    int('high_mv', 'high mV', '上限 mV'),
  ],
  urc: true,
})

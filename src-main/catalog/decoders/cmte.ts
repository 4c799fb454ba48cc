import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CMTE',
  title: say('temperature warning', '温度警告'),
  spec: 'A76XX manual p285',
  group: 'simcom',
  parameters: [
    int('level', 'level', 'レベル', {
      '-2': say('far too cold', '極低温'),
      '-1': say('too cold', '低温'),
      0: say('normal', '正常'),
      1: say('too hot', '高温'),
      2: say('far too hot', '極高温'),
    }),
  ],
  urc: true,
})

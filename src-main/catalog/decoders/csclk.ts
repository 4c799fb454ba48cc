import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSCLK',
  title: say('sleep of the UART', 'UART のスリープ'),
  spec: 'A76XX manual p263',
  group: 'simcom',
  parameters: [
    int('mode', 'mode', 'モード', {
      0: say('never', 'しない'),
      1: say('when DTR is high', 'DTR で制御'),
      2: say('when the line is quiet', '無通信時に自動'),
    }),
  ],
})

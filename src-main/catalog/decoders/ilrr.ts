import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+ILRR',
  title: say('reporting of the UART speed', 'UART 速度の通知'),
  spec: 'ITU-T V.250, 6.2.13',
  group: 'basic',
  parameters: [int('value', 'report', '通知', offOn)],
})

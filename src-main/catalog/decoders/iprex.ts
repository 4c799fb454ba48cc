import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+IPREX',
  title: say('UART speed, kept over power-off', 'UART 通信速度（保存）'),
  spec: 'A76XX manual p259',
  group: 'basic',
  parameters: [int('rate', 'bit/s', 'bit/s')],
})

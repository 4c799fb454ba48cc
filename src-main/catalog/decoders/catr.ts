import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CATR',
  title: say('port of unsolicited lines', '通知を出すポート'),
  spec: 'A76XX manual p266',
  group: 'simcom',
  parameters: [int('port', 'port', 'ポート', { 0: say('all', 'すべて'), 1: say('UART', 'UART') })],
})

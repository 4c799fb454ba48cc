import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPSRIP',
  title: say('sender shown with received data', '受信データの送信元表示'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('mode', 'sender', '送信元', offOn)],
})

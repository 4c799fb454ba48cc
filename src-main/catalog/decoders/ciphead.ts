import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPHEAD',
  title: say('header before received data', '受信データのヘッダー表示'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('mode', 'header', 'ヘッダー', offOn)],
})

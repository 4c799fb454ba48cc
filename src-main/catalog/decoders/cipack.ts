import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPACK',
  title: say('octets sent and acknowledged', '送信済み・確認済みオクテット数'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['set', 'test'],
  asks: true,
  parameters: [
    int('sent', 'sent', '送信済み'),
    int('acknowledged', 'acknowledged', '確認済み'),
    int('received', 'received', '受信済み'),
  ],
  set: [int('link_num', 'socket', 'ソケット')],
})

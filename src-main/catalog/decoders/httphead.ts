import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+HTTPHEAD',
  title: say('HTTP answer header', 'HTTP 応答ヘッダ'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [int('data_len', 'octets', 'オクテット数')],
  urc: true,
})

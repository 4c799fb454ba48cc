import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+SERVERSTART',
  title: say('TCP server in the modem', 'モデム内蔵の TCP サーバー'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('server_index', 'server', 'サーバー'), int('port', 'port', 'ポート')],
  set: [int('port', 'port', 'ポート'), int('server_index', 'server', 'サーバー')],
  list: 'servers',
})

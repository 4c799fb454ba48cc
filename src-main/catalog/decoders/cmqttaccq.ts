import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CMQTTACCQ',
  title: say('MQTT client', 'MQTT クライアントの取得'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('client_index', 'client', 'クライアント'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
  set: [
    int('client_index', 'client', 'クライアント'),
    text('clientid', 'client id', 'クライアント ID'),
    int('server_type', 'type', '種別', { 0: say('TCP', 'TCP'), 1: say('TLS', 'TLS') }),
  ],
  urc: [
    int('client_index', 'client', 'クライアント'),
    int('err', 'result', '結果', { 0: say('success', '成功') }),
  ],
})

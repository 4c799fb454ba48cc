import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+QIACT',
  title: say('active internal contexts', '内蔵 TCP/IP の接続'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  parameters: [
    int('cid', 'context', 'cid'),
    int('context_state', 'state', '状態'),
    int('context_type', 'type', '種別'),
    secret('address', text('ip_address', 'address', 'アドレス')),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
})

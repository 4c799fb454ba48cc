import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+IPADDR',
  title: say('address of the internal IP service', '内蔵 IP サービスのアドレス'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [secret('address', text('ip_address', 'address', 'アドレス'))],
})

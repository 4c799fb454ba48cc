import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CNACT',
  title: say('network of the modem', '内蔵ネットワーク'),
  spec: 'SIM7070 AT manual',
  group: 'internet',
  parameters: [
    int('pdpidx', 'context', 'コンテキスト'),
    int('statusx', 'state', '状態', {
      0: say('down', '切断'),
      1: say('up', '接続'),
      2: say('coming up', '接続中'),
    }),
    secret('address', text('addressx', 'address', 'アドレス')),
  ],
  list: 'contexts',
})

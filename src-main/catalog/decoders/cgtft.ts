import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CGTFT',
  title: say('traffic flow template', 'トラフィックフローテンプレート（TFT）'),
  spec: '3GPP TS 27.007, 10.1.3',
  group: 'packet',
  parameters: [
    int('cid', 'context', 'cid'),
    int('packet_filter', 'filter', 'フィルター'),
    int('precedence', 'precedence', '優先順位'),
    secret('address', text('address_and_mask', 'remote address and mask', '相手アドレスとマスク')),
    int('protocol', 'protocol', 'プロトコル'),
    text('local_ports', 'local ports', '自ポート範囲'),
    text('remote_ports', 'remote ports', '相手ポート範囲'),
  ],
  list: 'filters',
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGQREQ',
  title: say('wanted quality of service', '要求 QoS'),
  spec: '3GPP TS 27.007, 10.1.4',
  group: 'packet',
  parameters: [
    int('cid', 'context', 'cid'),
    int('precedence', 'precedence', '優先度'),
    int('delay', 'delay', '遅延'),
    int('reliability', 'reliability', '信頼性'),
    int('peak', 'peak', '最大速度'),
    int('mean', 'mean', '平均速度'),
  ],
  list: 'contexts',
})

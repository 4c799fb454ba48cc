import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGEQOS',
  title: say('quality of service in LTE', 'LTE の QoS'),
  spec: '3GPP TS 27.007, 10.1.26',
  group: 'packet',
  parameters: [int('cid', 'context', 'cid'), int('qci', 'QCI', 'QCI')],
  list: 'contexts',
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CGAPNRC',
  title: say('APN rate control', 'APN の速度制限'),
  spec: '3GPP TS 27.007, 10.1.35',
  group: 'packet',
  forms: ['action', 'set', 'test'],
  parameters: [
    int('cid', 'context', 'cid'),
    int('additional_exception_reports', 'exceptions', '例外'),
    int('uplink_time_unit', 'unit', '単位'),
    int('maximum_uplink_rate', 'rate', 'レート'),
  ],
  set: [int('cid', 'context', 'cid')],
  list: 'contexts',
})

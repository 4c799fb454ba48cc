import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CFGRI',
  title: say('RI line', 'RI 信号の設定'),
  spec: 'A76XX manual p267',
  group: 'simcom',
  parameters: [
    int('status', 'RI on unsolicited lines', '通知時の RI', offOn),
    int('urc_time_ms', 'ms', 'ms'),
    int('sms_time_ms', 'ms for messages', 'SMS 時 ms'),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CIPTIMEOUT',
  title: say('time limits of internal sockets', '内蔵ソケットのタイムアウト'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [
    int('netopen_ms', 'NETOPEN ms', 'NETOPEN ms'),
    int('cipopen_ms', 'CIPOPEN ms', 'CIPOPEN ms'),
    int('cipsend_ms', 'CIPSEND ms', 'CIPSEND ms'),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CCIOTOPT',
  prefixes: ['+CCIOTOPT', '+CCIOTOPTI'],
  title: say('CIoT optimisation', 'CIoT 最適化'),
  spec: '3GPP TS 27.007, 7.42',
  group: 'packet',
  parameters: [
    int('n', 'reporting', '通知'),
    int('supported', 'supported', '対応'),
    int('preferred', 'preferred', '優先'),
  ],
  urc: [int('supported_network', 'the network supports', '網の対応')],
})

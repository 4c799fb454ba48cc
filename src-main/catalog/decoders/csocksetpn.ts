import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSOCKSETPN',
  title: say('context of the internal sockets', '内蔵ソケットの cid'),
  spec: 'SIM5320 AT manual',
  group: 'simcom',
  parameters: [int('profile', 'context', 'cid')],
})

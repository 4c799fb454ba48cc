import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CTCPKA',
  title: say('TCP keep-alive of internal sockets', '内蔵ソケットの TCP キープアライブ'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    int('keepalive', 'keep-alive', 'キープアライブ', offOn),
    int('idle_min', 'minutes', '間隔（分）'),
    int('count', 'tries', '回数'),
  ],
})

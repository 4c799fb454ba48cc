import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+RXDTMF',
  title: say('DTMF key received', 'DTMF の受信'),
  spec: 'A76XX manual',
  group: 'call',
  forms: [],
  parameters: [text('key', 'key', 'キー')],
  urc: true,
})

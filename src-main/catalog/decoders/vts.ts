import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+VTS',
  title: say('sending of DTMF', 'DTMF の送信'),
  does: say('Sends a DTMF tone.', 'DTMF を送信します。'),
  spec: '3GPP TS 27.007, C.2.11',
  group: 'call',
  forms: ['set', 'test'],
  parameters: [text('key', 'key', 'キー')],
})

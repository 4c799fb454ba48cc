import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CHLD',
  title: say('holding of calls', '保留・会議通話'),
  does: say('Holds or joins calls.', '通話の保留・会議を操作します。'),
  spec: '3GPP TS 27.007, 7.13',
  group: 'call',
  forms: ['set', 'test'],
  parameters: [text('n', 'action', '動作')],
})

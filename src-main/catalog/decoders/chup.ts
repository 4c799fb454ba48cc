import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+CHUP',
  title: say('hang-up', '通話切断'),
  does: say('Ends all calls.', 'すべての通話を切断します。'),
  spec: '3GPP TS 27.007, 6.5',
  group: 'call',
  forms: ['action', 'test'],
})

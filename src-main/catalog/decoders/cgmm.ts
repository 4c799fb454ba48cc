import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import { identityText } from './shared/identity'

export default decoder({
  id: '+CGMM',
  aliases: ['+GMM'],
  title: say('model of the modem', 'モデムの型番'),
  spec: '3GPP TS 27.007, 5.2',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('model', 'model', '型番')],
  answer: identityText('model'),
})

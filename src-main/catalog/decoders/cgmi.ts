import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import { identityText } from './shared/identity'

export default decoder({
  id: '+CGMI',
  aliases: ['+GMI'],
  title: say('maker of the modem', 'モデムのメーカー'),
  spec: '3GPP TS 27.007, 5.1',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('manufacturer', 'manufacturer', 'メーカー')],
  answer: identityText('manufacturer'),
})

import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import { identityText } from './shared/identity'

export default decoder({
  id: '+CGMR',
  aliases: ['+GMR', '+QGMR'],
  title: say('firmware of the modem', 'モデムのファームウェア'),
  spec: '3GPP TS 27.007, 5.3',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('revision', 'revision', 'ファームウェア')],
  answer: identityText('revision'),
})

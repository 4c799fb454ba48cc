import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'AT',
  title: say('sign of life', '応答確認'),
  does: say(
    'Asks for a sign of life; the modem should answer OK.',
    'モデムの応答を確認します（OK が返れば正常）。',
  ),
  spec: 'ITU-T V.250, 5.2',
  group: 'basic',
  forms: ['action'],
})

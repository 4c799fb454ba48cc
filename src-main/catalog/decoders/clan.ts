import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CLAN',
  title: say('language of the modem', 'モデムの言語'),
  spec: '3GPP TS 27.007, 8.30',
  group: 'control',
  parameters: [text('code', 'language', '言語')],
})

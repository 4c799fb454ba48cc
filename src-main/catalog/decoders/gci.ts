import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+GCI',
  title: say('country of installation', '設置国'),
  spec: 'ITU-T V.250, 6.1.10',
  group: 'basic',
  parameters: [text('code', 'country code', '国コード')],
})

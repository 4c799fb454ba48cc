import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CAVIMS',
  title: say('IMS voice availability', 'IMS 音声の利用可否'),
  spec: '3GPP TS 27.007',
  group: 'network',
  parameters: [int('state', 'available', '利用可否', offOn)],
})

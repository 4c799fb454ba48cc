import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CNEC',
  title: say('reporting of network error codes', '網エラーコードの通知'),
  spec: '3GPP TS 27.007, 9.1a',
  group: 'control',
  parameters: [int('n', 'kinds (bits)', '種別（ビット）')],
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CLIR',
  title: say('hiding of the own number', '発信者番号非通知'),
  spec: '3GPP TS 27.007, 7.7',
  group: 'call',
  parameters: [int('n', 'setting', '設定'), int('m', 'state', '状態')],
})

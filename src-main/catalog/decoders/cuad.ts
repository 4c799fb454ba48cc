import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CUAD',
  title: say('applications on the SIM', 'SIM 内のアプリケーション一覧'),
  spec: '3GPP TS 27.007, 8.49',
  group: 'sim',
  forms: ['action', 'test'],
  parameters: [text('response', 'data', 'データ')],
})

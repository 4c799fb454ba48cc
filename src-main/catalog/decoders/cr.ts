import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CR',
  title: say('reporting of the service before CONNECT', '接続前の種別通知'),
  spec: '3GPP TS 27.007, 6.9',
  group: 'call',
  parameters: [int('mode', 'report', '通知', offOn)],
})

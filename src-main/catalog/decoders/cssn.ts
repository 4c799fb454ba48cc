import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSSN',
  title: say('reporting of call services', '付加サービスの通知'),
  spec: '3GPP TS 27.007, 7.17',
  group: 'call',
  parameters: [int('n', 'outgoing', '発信側'), int('m', 'incoming', '着信側')],
})

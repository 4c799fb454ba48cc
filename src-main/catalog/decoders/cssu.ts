import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CSSU',
  title: say('call service, incoming', '付加サービス（着信）'),
  spec: '3GPP TS 27.007, 7.17',
  group: 'call',
  forms: [],
  parameters: [int('code', 'code', 'コード')],
  urc: true,
})

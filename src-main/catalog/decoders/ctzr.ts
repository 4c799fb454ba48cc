import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CTZR',
  title: say('reporting of the time zone', 'タイムゾーンの通知'),
  spec: '3GPP TS 27.007, 8.41',
  group: 'control',
  parameters: [int('reporting', 'reporting', '通知')],
})

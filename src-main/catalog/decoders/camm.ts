import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CAMM',
  title: say('highest value of the call meter', '通話料金カウンターの上限'),
  spec: '3GPP TS 27.007, 8.26',
  group: 'call',
  parameters: [text('acmmax', 'units', '度数')],
  set: [text('acmmax', 'units', '度数'), secret('pin', text('passwd', 'PIN2', 'PIN2'))],
})

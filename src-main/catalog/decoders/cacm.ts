import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CACM',
  title: say('accumulated call meter', '累積通話料金カウンター'),
  spec: '3GPP TS 27.007, 8.25',
  group: 'call',
  parameters: [text('acm', 'units', '度数')],
  set: [secret('pin', text('passwd', 'PIN2', 'PIN2'))],
})

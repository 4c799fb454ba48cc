import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+CSCA',
  title: say('number of the message centre', 'SMS センター番号'),
  spec: '3GPP TS 27.005, 3.3.1',
  group: 'sms',
  parameters: [
    secret('number', text('sca', 'centre', '番号')),
    int('tosca', 'type of number', '番号種別'),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CTZE',
  title: say('time zone of the network', '網のタイムゾーン'),
  spec: '3GPP TS 27.007, 8.41',
  group: 'control',
  forms: [],
  parameters: [
    text('tz', 'zone', 'タイムゾーン'),
    int('dst', 'summer time', '夏時間'),
    text('time', 'time', '日時'),
  ],
  urc: true,
})

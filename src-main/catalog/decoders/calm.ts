import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CALM',
  title: say('alert sound', '着信音の種類'),
  spec: '3GPP TS 27.007, 8.20',
  group: 'call',
  parameters: [
    int('mode', 'mode', 'モード', { 0: say('normal', '通常'), 1: say('silent', '消音') }),
  ],
})

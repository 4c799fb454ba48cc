import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+CTZU',
  title: say('clock set by the network', '網時刻による自動補正'),
  spec: '3GPP TS 27.007, 8.40',
  group: 'control',
  parameters: [int('onoff', 'set automatically', '自動補正', offOn)],
})

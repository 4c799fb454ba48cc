import { decoder } from '@core/at/decoder'
import { int, offOn, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CGNAPN',
  title: say('APN from the network', '網から通知された APN'),
  spec: 'SIM7070 AT manual',
  group: 'simcom',
  forms: ['action', 'test'],
  parameters: [int('valid', 'valid', '有効', offOn), text('network_apn', 'APN', 'APN')],
})

import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '%XTEMP',
  title: say('temperature', '温度'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['read', 'set'],
  parameters: [int('temperature_c', '°C', '℃')],
  set: [int('mode', 'reports', '通知', offOn)],
  urc: true,
})

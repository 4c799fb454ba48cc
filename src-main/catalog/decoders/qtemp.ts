import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+QTEMP',
  title: say('temperature', '温度'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [text('sensor', 'sensor', 'センサー'), text('value', '°C', '℃')],
})

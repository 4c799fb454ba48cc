import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '%XVBAT',
  title: say('supply voltage', '電源電圧'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['action'],
  parameters: [int('vbat', 'mV', 'mV')],
  derive: (facts) =>
    typeof facts['vbat'] === 'number' ? { ...facts, voltage_v: facts['vbat'] / 1000 } : facts,
})

import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CADC',
  title: say('voltage at the ADC pin', 'ADC 端子の電圧'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: ['set', 'test'],
  asks: true,
  parameters: [int('value', 'value', '値')],
  set: [int('n', 'kind', '種別', { 0: say('raw', '生値'), 2: say('mV', 'mV') })],
})

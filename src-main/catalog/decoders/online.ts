import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATO',
  title: say('return to data mode', 'データモードへの復帰'),
  does: say('Goes back to data mode.', 'データモードに戻ります。'),
  spec: 'ITU-T V.250, 6.3.7',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

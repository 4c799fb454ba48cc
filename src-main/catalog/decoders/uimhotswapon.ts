import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+UIMHOTSWAPON',
  title: say('detection of the SIM while running', 'SIM 活線挿抜の検出'),
  spec: 'A76XX manual',
  group: 'sim',
  parameters: [int('onoff', 'detection', '検出', offOn)],
})

import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '%XT3412',
  title: say('next periodic TAU', '次の周期的 TAU'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['set'],
  parameters: [int('remaining_time_ms', 'ms', 'ms')],
  set: [int('mode', 'reports', '通知', offOn)],
  urc: true,
})

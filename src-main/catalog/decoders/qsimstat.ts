import { decoder } from '@core/at/decoder'
import { int, offOn, say } from '@core/at/parameter'

export default decoder({
  id: '+QSIMSTAT',
  title: say('SIM detection', 'SIM の検出'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  parameters: [
    int('enable', 'reports', '通知', offOn),
    int('inserted_status', 'inserted', '挿入', {
      0: say('no', 'なし'),
      1: say('yes', 'あり'),
      2: say('unknown', '不明'),
    }),
  ],
  urc: true,
})

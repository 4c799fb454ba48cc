import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATX',
  title: say('call progress results', '発信経過の表示'),
  does: say('Sets call progress results.', '発信経過の表示を設定します。'),
  spec: 'ITU-T V.250, 6.2.7',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('CONNECT only', 'CONNECT のみ'),
      1: say('with speed', '速度つき'),
      2: say('speed and dial tone', '速度、ダイヤルトーン検出'),
      3: say('speed and busy', '速度、話中検出'),
      4: say('all', 'すべて'),
    }),
  ],
  free: true,
})

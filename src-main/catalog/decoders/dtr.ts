import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'AT&D',
  title: say('what dropping DTR does', 'DTR オフ時の動作'),
  does: say('Sets what dropping DTR does.', 'DTR オフ時の動作を設定します。'),
  spec: 'ITU-T V.250, 6.2.9',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('nothing', '何もしない'),
      1: say('back to command mode', 'コマンドモードに戻る'),
      2: say('hang up', '切断する'),
    }),
  ],
  free: true,
})

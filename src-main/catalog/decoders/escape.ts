import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: '+++',
  prefixes: [],
  title: say('way back to command mode', 'コマンドモードへの復帰'),
  does: say(
    'Leaves data mode without hanging up; it needs a second of silence before and after.',
    '接続を保ったままコマンドモードに戻ります（前後 1 秒の無送信が必要）。',
  ),
  spec: 'ITU-T V.250, 6.2',
  group: 'basic',
  forms: ['action'],
})

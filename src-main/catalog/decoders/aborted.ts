import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'ABORTED',
  pattern: /^ABORTED$/,
  title: say('aborted command', 'コマンドの中断'),
  spec: 'ITU-T V.250, 5.6.1',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say(
      'The command was aborted, usually because a byte was sent while it ran.',
      'コマンドは中断されました（実行中に何か送信すると中断されます）。',
    ),
    severity: 'warning',
  }),
})

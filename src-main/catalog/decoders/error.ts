import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'ERROR',
  pattern: /^ERROR$/,
  title: say('failure without a reason', '理由なしのエラー'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say(
      'The modem refused the command without saying why; AT+CMEE=2 makes it say.',
      'コマンドは拒否されました。AT+CMEE=2 を設定すると理由が表示されます。',
    ),
    severity: 'failure',
  }),
})

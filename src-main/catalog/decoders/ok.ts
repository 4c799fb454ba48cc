import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'OK',
  pattern: /^OK$/,
  title: say('success', '成功'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'hard',
  explain: () => ({
    words: say('The command was carried out.', 'コマンドは正常に実行されました。'),
    severity: 'fine',
  }),
})

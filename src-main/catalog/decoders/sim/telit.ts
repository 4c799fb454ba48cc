import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '#QSS',
  title: say('SIM state', 'SIM の状態'),
  spec: 'Telit AT manual',
  group: 'telit',
  parameters: [
    int('mode', 'reports', '通知'),
    int('status', 'SIM', 'SIM', {
      0: say('not inserted', '未挿入'),
      1: say('inserted', '挿入済み'),
      2: say('inserted, PIN unlocked', '挿入済み・PIN 解除'),
      3: say('ready for messages and phone book', 'SMS・電話帳の準備完了'),
    }),
  ],
  urc: [
    int('status', 'SIM', 'SIM', {
      0: say('not inserted', '未挿入'),
      1: say('inserted', '挿入済み'),
      2: say('inserted, PIN unlocked', '挿入済み・PIN 解除'),
      3: say('ready for messages and phone book', 'SMS・電話帳の準備完了'),
    }),
  ],
  isUnsolicited: (row) => row.count === 1,
})

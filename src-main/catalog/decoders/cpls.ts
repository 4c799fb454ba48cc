import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CPLS',
  title: say('operator list in use', '使用する事業者リスト'),
  spec: '3GPP TS 27.007, 7.20',
  group: 'network',
  parameters: [
    int('list', 'list', 'リスト', {
      0: say('user list', 'ユーザー'),
      1: say('operator list', '事業者'),
      2: say('home list', 'ホーム'),
    }),
  ],
})

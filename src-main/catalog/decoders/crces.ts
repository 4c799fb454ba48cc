import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CRCES',
  title: say('coverage enhancement', 'カバレッジ拡張'),
  spec: '3GPP TS 27.007, 8.81',
  group: 'signal',
  forms: ['action', 'test'],
  parameters: [
    int('act', 'technology', '方式'),
    int('cc', 'level', 'レベル'),
    int('n', 'enhancement', '拡張'),
  ],
})

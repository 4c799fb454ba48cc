import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATQ',
  title: say('result codes', 'リザルトコード'),
  does: say('Sets result codes.', 'リザルトコードを設定します。'),
  spec: 'ITU-T V.250, 6.2.5',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', { 0: say('sent', '返す'), 1: say('not sent', '返さない') }),
  ],
  free: true,
})

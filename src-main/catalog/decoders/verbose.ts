import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: 'ATV',
  title: say('form of result codes', 'リザルトコードの形式'),
  does: say('Sets form of result codes.', 'リザルトコードの形式を設定します。'),
  spec: 'ITU-T V.250, 6.2.6',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値', { 0: say('digits', '数字'), 1: say('words', '文字') })],
  free: true,
})

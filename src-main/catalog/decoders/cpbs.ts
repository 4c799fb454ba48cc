import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CPBS',
  title: say('phone book store', '電話帳の保存先'),
  spec: '3GPP TS 27.007, 8.11',
  group: 'sim',
  parameters: [
    text('storage', 'store', '保存先'),
    int('used', 'used', '使用数'),
    int('total', 'of', '最大数'),
  ],
})

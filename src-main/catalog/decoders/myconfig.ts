import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '$MYCONFIG',
  title: say('USB network mode', 'USB ネットワーク方式'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [
    text('item', 'item', '項目'),
    int('value', 'value', '値'),
    int('value2', 'value', '値'),
  ],
})

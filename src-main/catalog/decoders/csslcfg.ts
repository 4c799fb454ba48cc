import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CSSLCFG',
  title: say('TLS settings', 'TLS の設定'),
  spec: 'A76XX manual',
  group: 'internet',
  parameters: [
    text('name', 'setting', '項目'),
    text('value', 'value', '値'),
    text('value2', 'value', '値'),
  ],
})

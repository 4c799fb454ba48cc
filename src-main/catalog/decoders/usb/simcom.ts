import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

const cusbpidswitch = decoder({
  id: '+CUSBPIDSWITCH',
  title: say('USB composition', 'USB 構成の切り替え'),
  spec: 'SIM7600 AT manual',
  group: 'simcom',
  parameters: [
    int('pid', 'product id', '製品 ID'),
    int('reset', 'restart', '再起動'),
    int('save', 'saved', '保存'),
  ],
})

const myconfig = decoder({
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

export default [cusbpidswitch, myconfig]

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CDNSGHNAME',
  title: say('name of an address (DNS)', 'モデム内蔵の逆引き'),
  spec: 'A76XX manual',
  group: 'internet',
  forms: ['set', 'test'],
  asks: true,
  parameters: [
    int('success', 'found', '結果', { 0: say('failed', '失敗'), 1: say('found', '成功') }),
    text('index', 'place', '番号'),
    text('domain', 'name', 'ドメイン名'),
    text('ip', 'address', 'アドレス'),
  ],
  set: [text('ip', 'address', 'アドレス')],
})

import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+QNWINFO',
  title: say('network in use', '接続中のネットワーク'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [
    text('act', 'technology', '方式'),
    text('oper', 'operator', '事業者'),
    text('band', 'band', 'バンド'),
    int('channel', 'channel', 'チャネル'),
  ],
})

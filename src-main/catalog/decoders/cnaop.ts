import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+CNAOP',
  title: say('order of search for technologies', '方式サーチ順'),
  spec: 'A76XX manual',
  group: 'simcom',
  parameters: [
    int('acqord', 'order', '順序', {
      0: say('automatic', '自動'),
      1: say('GSM first', 'GSM 優先'),
      2: say('WCDMA first', 'WCDMA 優先'),
    }),
  ],
})

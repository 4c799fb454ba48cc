import { decoder } from '@core/at/decoder'
import { int, offOn, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CRTDCP',
  title: say('data over the control plane', '制御プレーンでのデータ受信'),
  spec: '3GPP TS 27.007, 10.1.45',
  group: 'packet',
  parameters: [int('n', 'reporting', '通知', offOn)],
  urc: [
    int('cid', 'context', 'cid'),
    int('length', 'octets', 'オクテット数'),
    text('data', 'data', 'データ'),
  ],
})

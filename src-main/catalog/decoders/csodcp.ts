import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+CSODCP',
  title: say('data over the control plane', '制御プレーンでのデータ送信'),
  does: say('Sends data over the control plane.', '制御プレーンでデータを送信します。'),
  spec: '3GPP TS 27.007, 10.1.44',
  group: 'packet',
  forms: ['set', 'test'],
  parameters: [
    int('cid', 'context', 'cid'),
    int('length', 'octets', 'オクテット数'),
    text('data', 'data', 'データ'),
  ],
})

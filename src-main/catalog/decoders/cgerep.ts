import { decoder } from '@core/at/decoder'
import { int, ranged, say } from '@core/at/parameter'

export default decoder({
  id: '+CGEREP',
  title: say('reporting of packet events', 'パケットイベントの通知'),
  spec: '3GPP TS 27.007, 10.1.19',
  group: 'packet',
  parameters: [
    ranged(
      0,
      2,
      int('mode', 'mode', 'モード', {
        0: say('kept in the modem', 'モデム内に保持'),
        1: say('sent, dropped in data mode', '通知（データ通信中は破棄）'),
        2: say('sent, kept in data mode', '通知（データ通信中は保持）'),
      }),
    ),
    int('bfr', 'buffer', 'バッファ'),
  ],
})

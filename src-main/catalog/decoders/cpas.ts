import { decoder } from '@core/at/decoder'
import { int, ranged, say } from '@core/at/parameter'

export default decoder({
  id: '+CPAS',
  title: say('activity of the modem', 'モデムの動作状態'),
  spec: '3GPP TS 27.007, 8.1',
  group: 'control',
  forms: ['action', 'test'],
  parameters: [
    ranged(
      0,
      5,
      int('pas', 'state', '状態', {
        0: say('ready', '準備完了'),
        2: say('unknown', '不明'),
        3: say('ringing', '着信中'),
        4: say('call in progress', '通話・通信中'),
        5: say('asleep', 'スリープ中'),
      }),
    ),
  ],
})

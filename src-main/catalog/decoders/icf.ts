import { decoder } from '@core/at/decoder'
import { int, ranged, say } from '@core/at/parameter'

export default decoder({
  id: '+ICF',
  title: say('UART character format', 'UART の文字形式'),
  spec: 'ITU-T V.250, 6.2.11',
  group: 'basic',
  parameters: [
    ranged(
      0,
      6,
      int('format', 'format', '形式', {
        0: say('found by itself', '自動検出'),
        1: say('8 data, 2 stop', '8 ビット・ストップ 2'),
        2: say('8 data, parity, 1 stop', '8 ビット・パリティあり・ストップ 1'),
        3: say('8 data, 1 stop', '8 ビット・ストップ 1'),
        4: say('7 data, 2 stop', '7 ビット・ストップ 2'),
        5: say('7 data, parity, 1 stop', '7 ビット・パリティあり・ストップ 1'),
        6: say('7 data, 1 stop', '7 ビット・ストップ 1'),
      }),
    ),
    ranged(
      0,
      3,
      int('parity', 'parity', 'パリティ', {
        0: say('odd', '奇数'),
        1: say('even', '偶数'),
        2: say('mark', 'マーク'),
        3: say('space', 'スペース'),
      }),
    ),
  ],
})

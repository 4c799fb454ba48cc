import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+ICF',
  title: say('UART character format', 'UART の文字形式'),
  spec: 'ITU-T V.250, 6.2.11',
  group: 'basic',
  parameters: [
    int('format', 'format', '形式', { 3: say('8 data, 1 stop', '8 ビット・ストップ 1') }),
    int('parity', 'parity', 'パリティ', { 0: say('odd', '奇数'), 1: say('even', '偶数') }),
  ],
})

import { decoder } from '@core/at/decoder'
import { int, ranged, say } from '@core/at/parameter'

export default decoder({
  id: '+CMEE',
  title: say('how errors are shown', 'エラーの表示形式'),
  spec: '3GPP TS 27.007, 9.1',
  group: 'control',
  parameters: [
    ranged(
      0,
      2,
      int('n', 'form', '形式', {
        0: say('ERROR without reason', '理由なしの ERROR'),
        1: say('number', '番号'),
        2: say('words', '文字列'),
      }),
    ),
  ],
})

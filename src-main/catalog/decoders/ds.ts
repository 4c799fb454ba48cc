import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+DS',
  title: say('data compression', 'データ圧縮'),
  spec: 'ITU-T V.250, 6.6.1',
  group: 'basic',
  parameters: [
    int('direction', 'direction', '方向', {
      0: say('none', 'なし'),
      1: say('sending', '送信のみ'),
      2: say('receiving', '受信のみ'),
      3: say('both', '双方向'),
    }),
    int('negotiation', 'without it', '不成立時', {
      0: say('go on', '継続'),
      1: say('disconnect', '切断'),
    }),
    int('max_dict', 'dictionary', '辞書サイズ'),
    int('max_string', 'string', '文字列長'),
  ],
})

import { decoder } from '@core/at/decoder'
import { decimal, int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const fclass = decoder({
  id: '+FCLASS',
  title: say('class of the call', '通信クラス'),
  spec: 'ITU-T V.250; T.32',
  group: 'basic',
  parameters: [
    decimal('class', 'class', 'クラス', {
      0: say('data', 'データ'),
      1: say('fax class 1', 'FAX クラス 1'),
      2: say('fax class 2', 'FAX クラス 2'),
      8: say('voice', '音声'),
    }),
  ],
  free: true,
})

const dr = decoder({
  id: '+DR',
  title: say('report of data compression', 'データ圧縮の通知'),
  spec: 'ITU-T V.250, 6.6.2',
  group: 'basic',
  parameters: [int('n', 'report', '通知', offOn)],
  urc: [text('type', 'compression', '圧縮方式')],
})

const ds = decoder({
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

const gci = decoder({
  id: '+GCI',
  title: say('country of installation', '設置国'),
  spec: 'ITU-T V.250, 6.1.10',
  group: 'basic',
  parameters: [text('code', 'country code', '国コード')],
})

export default [fclass, dr, ds, gci]

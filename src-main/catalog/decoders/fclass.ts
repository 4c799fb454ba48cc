import { decoder } from '@core/at/decoder'
import { decimal, say } from '@core/at/parameter'

export default decoder({
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

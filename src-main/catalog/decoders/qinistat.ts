import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

export default decoder({
  id: '+QINISTAT',
  title: say('start of the SIM', 'SIM の初期化状態'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [
    int('status', 'state', '状態', {
      0: say('starting', '初期化中'),
      1: say('PIN known', 'PIN 確認済み'),
      2: say('messages ready', 'SMS 準備完了'),
      3: say('PIN known, messages ready', 'PIN 確認済み・SMS 準備完了'),
      4: say('phone book ready', '電話帳の準備完了'),
      5: say('PIN known, phone book ready', 'PIN 確認済み・電話帳の準備完了'),
      6: say('messages and phone book ready', 'SMS・電話帳の準備完了'),
      7: say('all ready', 'すべて完了'),
    }),
  ],
})

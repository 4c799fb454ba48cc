import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'

export default decoder({
  id: '+QSPN',
  title: say('operator name from the SIM', 'SIM の事業者名'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [
    text('fnn', 'full name', '正式名'),
    text('snn', 'short name', '略称'),
    text('spn', 'issuer', '発行者'),
    int('alphabet', 'coding', '符号化'),
    text('rplmn', 'operator', '登録 PLMN'),
  ],
})

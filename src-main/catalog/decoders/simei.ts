import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

export default decoder({
  id: '+SIMEI',
  title: say('IMEI of a SIMCom modem', 'IMEI の書き換え（SIMCom）'),
  spec: 'A76XX manual',
  group: 'identity',
  parameters: [secret('imei', text('imei', 'IMEI', 'IMEI'))],
})

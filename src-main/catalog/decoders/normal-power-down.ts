import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'NORMAL POWER DOWN',
  pattern: /^NORMAL POWER (?:DOWN|OFF)$/i,
  title: say('power-off', '電源オフ'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say('The modem is going off.', 'モデムが電源オフになります。'),
    severity: 'notice',
  }),
})

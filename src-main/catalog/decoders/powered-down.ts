import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'

export default decoder({
  id: 'POWERED DOWN',
  pattern: /^POWERED DOWN$/i,
  title: say('power-off', '電源オフ'),
  spec: 'Quectel manuals',
  group: 'power',
  explain: () => ({
    words: say('The modem is going off.', 'モデムが電源オフになります。'),
    severity: 'notice',
  }),
})

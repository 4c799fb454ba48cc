import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'

export default decoder({
  id: '+CPUC',
  title: say('price of a unit', '度数あたりの料金'),
  spec: '3GPP TS 27.007, 8.27',
  group: 'call',
  parameters: [text('currency', 'currency', '通貨'), text('ppu', 'price', '料金')],
})

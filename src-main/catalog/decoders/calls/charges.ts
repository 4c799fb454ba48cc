import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

const cacm = decoder({
  id: '+CACM',
  title: say('accumulated call meter', '累積通話料金カウンター'),
  spec: '3GPP TS 27.007, 8.25',
  group: 'call',
  parameters: [text('acm', 'units', '度数')],
  set: [secret('pin', text('passwd', 'PIN2', 'PIN2'))],
})

const camm = decoder({
  id: '+CAMM',
  title: say('highest value of the call meter', '通話料金カウンターの上限'),
  spec: '3GPP TS 27.007, 8.26',
  group: 'call',
  parameters: [text('acmmax', 'units', '度数')],
  set: [text('acmmax', 'units', '度数'), secret('pin', text('passwd', 'PIN2', 'PIN2'))],
})

const cpuc = decoder({
  id: '+CPUC',
  title: say('price of a unit', '度数あたりの料金'),
  spec: '3GPP TS 27.007, 8.27',
  group: 'call',
  parameters: [text('currency', 'currency', '通貨'), text('ppu', 'price', '料金')],
})

export default [cacm, camm, cpuc]

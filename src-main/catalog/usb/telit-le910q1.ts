import { usbcfg } from './telit-parts'
import { choice, gives } from './usb-parts'

const telitLe910q1 = usbcfg(
  'telit-le910q1',
  'Telit LE910Q1',
  /\bLE910Q1/i,
  'Public answers of LE910Q1 (#USBCFG: 0 is RNDIS, 1 is ECM; compositions 7020 and 7021)',
  [choice('0', 'RNDIS', gives.rndis), choice('1', 'ECM', gives.ecm)],
)
export default telitLe910q1

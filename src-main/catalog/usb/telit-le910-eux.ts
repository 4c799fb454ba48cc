import { usbcfg } from './telit-parts'
import { choice, gives } from './usb-parts'

/** LE910C1-EUX and its sisters have other numbers than the rest of LE910Cx. */
const telitEux = usbcfg(
  'telit-le910-eux',
  'Telit LE910C1-EUX, LE910C1-SAX, LE910C4-WWX',
  /\bLE910C\d-(?:EUX|SAX|WWX)/i,
  'Telit LE910C1-EUX and WWX: compositions 1031 and 1033 of option.c in Linux, and public uses of #USBCFG=0 and 1',
  [choice('0', 'QMI (RmNet, 1031)', gives.qmi), choice('1', 'ECM (1033)', gives.ecm)],
)
export default telitEux

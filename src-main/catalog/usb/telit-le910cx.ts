import { usbcfg } from './telit-parts'
import { choice, gives } from './usb-parts'

const telitLe910cx = usbcfg(
  'telit-le910cx',
  'Telit LE910Cx',
  /\bLE910C\d-(?!EUX|SAX|WWX)/i,
  'Telit LE910Cx AT Commands Reference Guide 80502ST10950A (#USBCFG), compositions 1201, 1203, 1204, 1206 and 1252 of option.c in Linux, and public answers of LE910C1 and LE910C4',
  [
    choice('0', 'QMI (RmNet, 1201)', gives.qmi),
    choice('1', 'RNDIS (1203)', gives.rndis),
    choice('2', 'MBIM (1204)', gives.mbim),
    choice('4', 'ECM (1206)', gives.ecm),
    choice('7', 'MBIM, without diagnosis (1252)', gives.mbim),
  ],
)
export default telitLe910cx

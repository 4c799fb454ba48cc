import { usbcfg } from './telit-parts'
import { choice, gives } from './usb-parts'

/** FN990A; FN990B has other compositions (10d0 and up), whose numbers are not known here. */
const telitFn990 = usbcfg(
  'telit-fn990',
  'Telit FN990A',
  /\bFN990(?!B)/i,
  'Telit FN990A: compositions 1070 to 1073 of option.c in Linux, and #USBCFG=0 to 3 as QModem’s vendor/telit.sh and its issue 251 have them',
  [
    choice('0', 'RNDIS (1072)', gives.rndis),
    choice('1', 'QMI (RmNet, 1070)', gives.qmi),
    choice('2', 'MBIM (1071)', gives.mbim),
    choice('3', 'ECM (1073)', gives.ecm),
  ],
)
export default telitFn990

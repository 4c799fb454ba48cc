import { usbcfg } from './telit-parts'
import { choice, gives } from './usb-parts'

const telitFn920 = usbcfg(
  'telit-fn920',
  'Telit FN920C04',
  /\bFN920C04/i,
  'Telit FN920C04: compositions 10a0, 10a2 and 10a4 of option.c in Linux, and public uses of #USBCFG=1 to 3',
  [
    choice('1', 'QMI (RmNet, 10a0)', gives.qmi),
    choice('2', 'MBIM (10a2)', gives.mbim),
    choice('3', 'QMI without NMEA (10a4)', gives.qmi),
  ],
)
export default telitFn920

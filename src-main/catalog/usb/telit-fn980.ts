import { usbcfg } from './telit-parts'
import { choice, gives } from './usb-parts'

/** Of its four compositions only two have a number in public. */
const telitFn980 = usbcfg(
  'telit-fn980',
  'Telit FN980',
  /\bFN980/i,
  'Telit FN980: compositions 1050 to 1053 of option.c in Linux; #USBCFG 1 (RmNet) and 3 (ECM) as Sixfab’s atcom (pull request 8) has them',
  [choice('1', 'QMI (RmNet, 1050)', gives.qmi), choice('3', 'ECM (1053)', gives.ecm)],
)
export default telitFn980

import { gtusbmode } from './fibocom-parts'
import { choice, gives } from './usb-parts'

const fibocomMa510 = gtusbmode(
  'fibocom-ma510',
  'Fibocom MA510',
  /\bMA510/i,
  'Fibocom MA510: +GTUSBMODE 30 to 32 as described with cdc_ether in Linux',
  [
    choice('31', 'ECM', gives.ecm),
    choice('32', 'ECM, without diagnosis', gives.ecm),
    choice('30', 'QMI (RmNet)', gives.noAt, false),
  ],
)
export default fibocomMa510

import { uusbconf } from './ublox-parts'
import { choice, gives } from './usb-parts'

const tobyL2 = uusbconf('ublox-toby-l2', 'u-blox TOBY-L2, MPCI-L2', /\b(?:TOBY|MPCI)-L2/i, [
  choice('0', 'serial', gives.serial),
  choice('2,ECM', 'ECM (1143)', gives.ecm),
  choice('3,RNDIS', 'RNDIS (1146)', gives.rndis),
])
export default tobyL2

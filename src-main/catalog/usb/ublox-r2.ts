import { uusbconf } from './ublox-parts'
import { choice, gives } from './usb-parts'

const ubloxR2 = uusbconf(
  'ublox-r2',
  'u-blox SARA-U2, LARA-R2, TOBY-R2',
  /\b(?:SARA-U2|LARA-R2|TOBY-R2)/i,
  [choice('0', 'serial', gives.serial), choice('2,ECM', 'ECM', gives.ecm)],
)
export default ubloxR2

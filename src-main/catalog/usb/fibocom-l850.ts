import { gtusbmode } from './fibocom-parts'
import { choice, gives } from './usb-parts'

const fibocomL850 = gtusbmode(
  'fibocom-l850',
  'Fibocom L850',
  /\bL850/i,
  'Public answers and uses of L850-GL (+GTUSBMODE: 0 is NCM, 7 is MBIM)',
  [choice('0', 'NCM', gives.ncm), choice('7', 'MBIM', gives.mbim)],
)
export default fibocomL850

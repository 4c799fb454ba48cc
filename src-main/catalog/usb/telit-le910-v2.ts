import { usbcfg } from './telit-parts'
import { choice, gives } from './usb-parts'

const telitLe910v2 = usbcfg(
  'telit-le910-v2',
  'Telit LE910 V2, LE910B1, LE910-JN1',
  /\bLE910(?:-\w+ V2|B\d-|-(?:NA1|EU1|JN1|SV1|SVL))/i,
  'Telit LE910 V2 Series AT Commands Reference Guide 80446ST10707A (#USBCFG), and public uses of 0 and 3 on MultiTech’s LNA3',
  [choice('0', 'NCM (0036)', gives.ncm), choice('3', 'MBIM', gives.mbim)],
)
export default telitLe910v2

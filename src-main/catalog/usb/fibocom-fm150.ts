import { gtusbmode } from './fibocom-parts'
import { choice, gives } from './usb-parts'

/** On Qualcomm’s SDX55 and SDX62. */
const fibocomFm150 = gtusbmode(
  'fibocom-fm150',
  'Fibocom FM150, FM160, FG150',
  /\bF[GM]1[56]0/i,
  'Fibocom FM150/FM160 AT Commands User Manual (+GTUSBMODE), and public answers of FM160 ("(17-18,20-21,24,29-33)") and FM150',
  [
    choice('32', 'QMI (0104)', gives.qmi),
    choice('17', 'QMI and ADB (0104)', gives.qmi),
    choice('33', 'ECM (0105)', gives.ecm),
    choice('18', 'ECM and ADB (0105)', gives.ecm),
    choice('30', 'MBIM (0111)', gives.mbim),
    choice('24', 'RNDIS only', gives.noAt, false),
  ],
)
export default fibocomFm150

import type { RadioFamily } from '@core/radio/item'
import { nwscanmode, qcfgBand, qnwlock, scanModes } from './quectel-parts'

/** EC2x, EG2x, EG9x, EP06, EM05. */
const quectel: RadioFamily = {
  id: 'quectel',
  name: 'Quectel EC2x, EG2x, EG9x',
  source:
    'Quectel EC2x&EG2x&EG9x&EM05 Series QCFG AT Commands Manual V1.3, 5.4 ("band") and "nwscanmode"; AT Commands Manual V2.2, 6.13 (+QNWLOCK)',
  matches: (identity) => /quectel/i.test(identity) && /\b(?:EC|EG|EP|EM0)\d/i.test(identity),
  items: [
    nwscanmode(scanModes),
    qcfgBand('lte-bands', 1, { count: [2, 3], bits: 64 }),
    qnwlock('common/lte'),
  ],
}
export default quectel

import type { GnssFamily } from '@core/gnss/family'
import nordic from './nordic'

/** Later firmware has one more parameter before the interval: whether nRF Cloud is asked for assistance. */
const nordicAssisted: GnssFamily = {
  ...nordic,
  id: 'nordic-assisted',
  name: 'Nordic nRF91 (Serial LTE Modem, with assistance)',
  source: 'nRF Connect SDK 2.6, Serial LTE modem: GNSS AT commands (#XGPS with <cloud_assistance>)',
  tells: { command: 'AT#XGPS=?', answer: /^#XGPS: *\(0,1\), *\(0,1\)/ },
  on: ['AT#XGPS=1,0,1'],
}
export default nordicAssisted

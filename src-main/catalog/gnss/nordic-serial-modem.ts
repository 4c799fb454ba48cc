import type { GnssFamily } from '@core/gnss/family'
import { isNordic, needsSystem, positionBehind, runsBy } from './nordic-parts'

/** nRF91 with the Serial Modem, which followed the Serial LTE Modem. */
const serialModem: GnssFamily = {
  id: 'nordic-serial-modem',
  name: 'Nordic nRF91 (Serial Modem)',
  source: 'Nordic Serial Modem (ncs-serial-modem), GNSS AT commands (#XGNSS)',
  matches: isNordic,
  tells: { command: 'AT#XSMVER', answer: /^#XSMVER:/ },
  power: { command: 'AT#XGNSS?', read: runsBy('#XGNSS:') },
  on: ['AT#XGNSS=1,0,1'],
  off: ['AT#XGNSS=0'],
  needs: needsSystem,
  starts: {},
  position: [],
  heard: positionBehind('#XGNSSPOS:'),
  nmea: {},
}
export default serialModem

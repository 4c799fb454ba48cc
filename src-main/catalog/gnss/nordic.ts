import type { GnssFamily } from '@core/gnss/family'
import { isNordic, needsSystem, positionBehind, runsBy } from './nordic-parts'

/** nRF91 with the Serial LTE Modem up to nRF Connect SDK 2.4 or so: a position comes by itself. */
const nordic: GnssFamily = {
  id: 'nordic',
  name: 'Nordic nRF91 (Serial LTE Modem)',
  source: 'nRF Connect SDK, Serial LTE modem: GNSS AT commands (#XGPS)',
  matches: isNordic,
  power: { command: 'AT#XGPS?', read: runsBy('#XGPS:') },
  on: ['AT#XGPS=1,1'],
  off: ['AT#XGPS=0'],
  needs: needsSystem,
  starts: {},
  position: [],
  heard: positionBehind('#XGPS:'),
  nmea: {},
}
export default nordic

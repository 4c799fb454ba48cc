import type { GnssFamily } from '@core/gnss/family'
import { numberOf, unknownPosition, type GnssPosition } from '@core/gnss/position'
import { fieldsOf, onBy, withLetter } from './fields'

/** `#XGPS: 35.457576,139.625090,121.473785,22.199919,0.442868,0.000000,"2021-06-02 05:21:31"`: speed in m/s. */
function positionIn(line: string): GnssPosition | undefined {
  const f = fieldsOf([line], '#XGPS:')
  const [latitude, longitude] = [withLetter(f?.[0], 'latitude'), withLetter(f?.[1], 'longitude')]
  if (!f || f.length < 7 || latitude === null || longitude === null) return undefined
  const speed = numberOf(f[4])
  const utc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(f[6] ?? '') ? f[6] : undefined
  return {
    ...unknownPosition,
    latitude,
    longitude,
    altitudeM: numberOf(f[2]),
    speedKmh: speed === null ? null : Math.round(speed * 360) / 100,
    course: numberOf(f[5]),
    utc: utc === undefined ? null : `${utc.replace(' ', 'T')}.000Z`,
  }
}

/** nRF91 with the Serial LTE Modem: a position comes by itself; AT%XSYSTEMMODE=…,1 has to have the receiver among its systems. */
const nordic: GnssFamily = {
  id: 'nordic',
  name: 'Nordic nRF91 (Serial LTE Modem)',
  source: 'nRF Connect SDK, Serial LTE modem: GNSS AT commands (#XGPS)',
  matches: (identity) => /nordic|nrf91|mfw_nrf/i.test(identity),
  power: {
    command: 'AT#XGPS?',
    read: (lines) => {
      // `<gnss_service>,<gnss_status>`: allowed by the system mode; running.
      const running = numberOf(fieldsOf(lines, '#XGPS:')?.[1])
      return running === null ? onBy('#XGPS:')(lines) : running > 0
    },
  },
  on: ['AT#XGPS=1,1'],
  off: ['AT#XGPS=0'],
  starts: {},
  position: [],
  heard: positionIn,
  nmea: {},
}
export default nordic

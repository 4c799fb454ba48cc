import type { GnssFamily } from '@core/gnss/family'
import { numberOf, unknownPosition, utcOf } from '@core/gnss/position'
import { dimensions, fieldsOf, onBy, withLetter } from './fields'

/** LE910, ME910 and ME310. The letter of the hemisphere stands behind the coordinate. */
const telit: GnssFamily = {
  id: 'telit',
  name: 'Telit LE910, ME910, ME310',
  source: 'Telit LE910Cx/ME310G1 AT Commands Reference Guide, GNSS ($GPSP, $GPSR, $GPSACP)',
  matches: (identity) => /telit|\b(?:LE910|ME910|ME310|LE310)/i.test(identity),
  power: { command: 'AT$GPSP?', read: onBy('$GPSP:') },
  on: ['AT$GPSP=1'],
  off: ['AT$GPSP=0'],
  starts: {
    cold: { commands: ['AT$GPSR=1'], from: 'on' },
    warm: { commands: ['AT$GPSR=2'], from: 'on' },
    hot: { commands: ['AT$GPSR=3'], from: 'on' },
  },
  position: [
    {
      command: 'AT$GPSACP',
      read: (lines) => {
        const f = fieldsOf(lines, '$GPSACP:')
        if (!f) return undefined
        const latitude = withLetter(f[1], 'latitude')
        const longitude = withLetter(f[2], 'longitude')
        const fix = dimensions(f[5])
        if (latitude === null || longitude === null || fix === null) return null
        return {
          ...unknownPosition,
          latitude,
          longitude,
          fix,
          utc: utcOf(f[9], f[0]),
          hdop: numberOf(f[3]),
          altitudeM: numberOf(f[4]),
          course: numberOf(f[6]),
          speedKmh: numberOf(f[7]),
          used: numberOf(f[10]),
        }
      },
    },
  ],
  nmea: {
    stream: {
      on: ['AT$GPSNMUN=1,1,1,1,1,1,1'],
      off: ['AT$GPSNMUN=0'],
    },
  },
}
export default telit

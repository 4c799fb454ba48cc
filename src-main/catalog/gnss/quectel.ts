import type { GnssFamily } from '@core/gnss/family'
import { numberOf, unknownPosition, utcOf } from '@core/gnss/position'
import { dimensions, fieldsOf, onBy, withLetter } from './fields'

/** EC2x, EG2x, EG9x, BG9x. Without a position QGPSLOC is refused with 516, which is no failure. */
const quectel: GnssFamily = {
  id: 'quectel',
  name: 'Quectel',
  source:
    'Quectel BG95&BG77&BG600L Series GNSS Application Note V1.3, 2; EC2x&EG9x GNSS Application Note',
  matches: (identity) => /quectel/i.test(identity),
  power: { command: 'AT+QGPS?', read: onBy('+QGPS:') },
  on: ['AT+QGPS=1'],
  off: ['AT+QGPSEND'],
  starts: {
    cold: { commands: ['AT+QGPSDEL=0', 'AT+QGPS=1'], from: 'off' },
    warm: { commands: ['AT+QGPSDEL=2', 'AT+QGPS=1'], from: 'off' },
    hot: { commands: ['AT+QGPSDEL=1', 'AT+QGPS=1'], from: 'off' },
  },
  position: [
    {
      command: 'AT+QGPSLOC=2',
      read: (lines) => {
        if (lines.some((line) => /^\+CME ERROR: (?:516|Not fixed now)/i.test(line))) return null
        const f = fieldsOf(lines, '+QGPSLOC:')
        const latitude = withLetter(f?.[1], 'latitude')
        const longitude = withLetter(f?.[2], 'longitude')
        if (!f || latitude === null || longitude === null) return undefined
        return {
          ...unknownPosition,
          latitude,
          longitude,
          utc: utcOf(f[9], f[0]),
          hdop: numberOf(f[3]),
          altitudeM: numberOf(f[4]),
          fix: dimensions(f[5]),
          course: numberOf(f[6]),
          speedKmh: numberOf(f[7]),
          used: numberOf(f[10]),
        }
      },
    },
  ],
  nmea: {
    first: ['AT+QGPSCFG="nmeasrc",1'],
    asked: ['AT+QGPSGNMEA="GSV"', 'AT+QGPSGNMEA="GSA"'],
  },
  assisted: {
    command: 'AT+QGPSXTRADATA?',
    read: (lines) => {
      const f = fieldsOf(lines, '+QGPSXTRADATA:')
      const minutes = numberOf(f?.[0])
      if (!f || minutes === null) return undefined
      if (minutes === 0) return { en: 'no assistance data', ja: '補助データなし' }
      const from = f.slice(1).join(' ')
      return {
        en: `assistance data valid for ${Math.round(minutes / 60)} h from ${from} (UTC)`,
        ja: `補助データは ${from}（UTC）から ${Math.round(minutes / 60)} 時間有効`,
      }
    },
  },
}
export default quectel

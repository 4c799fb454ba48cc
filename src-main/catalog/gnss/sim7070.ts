import type { GnssFamily } from '@core/gnss/family'
import { isoOf, numberOf, unknownPosition } from '@core/gnss/position'
import { extraData, fieldsOf, onBy, withLetter } from './fields'

/** `yyyyMMddhhmmss.sss`; its month and day are those of UTC. */
function utcIn(text = ''): string | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text) ?? []
  if (!year) return null
  const at = [year, Number(month) - 1, day, hour, minute, second].map(Number)
  return isoOf(Date.UTC(at[0] ?? 0, at[1] ?? 0, at[2], at[3], at[4], at[5]))
}

/** SIM7000, SIM7070, SIM7080, SIM7090: the receiver and LTE share one radio, so that a position waits for the data to rest. */
const sim7070: GnssFamily = {
  id: 'sim7070',
  name: 'SIMCom SIM7000, SIM7070, SIM7080',
  source: 'SIM7070_SIM7080_SIM7090 Series AT Command Manual, 14.2; SIM7000 GNSS Application Note',
  matches: (identity) => /SIM70[0789]0/i.test(identity),
  power: { command: 'AT+CGNSPWR?', read: onBy('+CGNSPWR:') },
  on: ['AT+CGNSPWR=1'],
  off: ['AT+CGNSPWR=0'],
  starts: {
    cold: { commands: ['AT+CGNSCOLD'], from: 'off' },
    warm: { commands: ['AT+CGNSWARM'], from: 'off' },
    hot: { commands: ['AT+CGNSHOT'], from: 'off' },
  },
  position: [
    {
      command: 'AT+CGNSINF',
      read: (lines) => {
        const f = fieldsOf(lines, '+CGNSINF:')
        if (!f) return undefined
        const n = (i: number) => numberOf(f[i])
        const [latitude, longitude] = [withLetter(f[3], 'latitude'), withLetter(f[4], 'longitude')]
        if (f[1] !== '1' || latitude === null || longitude === null) return null
        return {
          ...unknownPosition,
          latitude,
          longitude,
          utc: utcIn(f[2]),
          altitudeM: n(5),
          speedKmh: n(6),
          course: n(7),
          hdop: n(10),
          pdop: n(11),
          vdop: n(12),
          used: n(15),
        }
      },
    },
  ],
  nmea: {},
  assisted: {
    command: 'AT+CGNSXTRA?',
    read: extraData('+CGNSXTRA:'),
  },
}
export default sim7070

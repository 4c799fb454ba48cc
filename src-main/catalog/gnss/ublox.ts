import type { GnssFamily } from '@core/gnss/family'
import { nmeaIn } from '@core/gnss/nmea'
import { NmeaReceiver } from '@core/gnss/receiver'
import { onBy } from './fields'

/** SARA, LARA and TOBY hand on what a u-blox receiver beside them says; it decides how it starts by what it has kept. */
const ublox: GnssFamily = {
  id: 'u-blox',
  name: 'u-blox SARA, LARA, TOBY',
  source: 'u-blox Cellular modules AT Commands Manual, GNSS (+UGPS, +UGRMC)',
  matches: (identity) => /u-?blox|\b(?:SARA|LARA|TOBY)-/i.test(identity),
  power: { command: 'AT+UGPS?', read: onBy('+UGPS:') },
  on: ['AT+UGPS=1,0'],
  off: ['AT+UGPS=0'],
  starts: {},
  position: [
    {
      command: 'AT+UGRMC?',
      read: (lines) => {
        const receiver = new NmeaReceiver()
        const heard = lines.filter((line) => nmeaIn(line)?.type === 'RMC')
        for (const line of heard) receiver.take(line)
        return heard.length > 0 ? (receiver.position ?? null) : undefined
      },
    },
  ],
  nmea: {
    first: ['AT+UGRMC=1', 'AT+UGGGA=1', 'AT+UGGSA=1', 'AT+UGGSV=1'],
    asked: ['AT+UGGSV?', 'AT+UGGSA?', 'AT+UGGGA?'],
  },
}
export default ublox

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
  needs: {
    en: 'Most SARA, LARA and TOBY have no receiver inside: one of u-blox has to be wired to their I2C, and the pin that switches its supply set to mode 3 (GPIO2: AT+UGPIOC=23,3). SARA-R422M8S and SARA-R510M8S have one inside.',
    ja: 'SARA、LARA、TOBY の多くは受信機を内蔵していません。u-blox の受信機を I2C に接続し、その電源を切り替えるピンをモード 3 に設定してください（GPIO2：AT+UGPIOC=23,3）。SARA-R422M8S と SARA-R510M8S は内蔵しています。',
  },
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

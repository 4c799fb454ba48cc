import type { GnssFamily } from '@core/gnss/family'
import { aroundLetters, dimensions, extraData, fieldsOf, onBy } from './fields'

/** SIM7600, SIM7500 and SIM5320 (Qualcomm): NMEA goes out of a port of its own while the receiver is on. */
const sim7600: GnssFamily = {
  id: 'sim7600',
  name: 'SIMCom SIM7500, SIM7600, SIM5320',
  source:
    'SIM7500_SIM7600 Series AT Command Manual V1.08, GPS; SIM7500_SIM7600 GNSS Application Note V2.00',
  matches: (identity) => /SIM7[56]00|SIMCOM_SIM7[56]|SIM5[23]\d\d/i.test(identity),
  power: { command: 'AT+CGPS?', read: onBy('+CGPS:') },
  on: ['AT+CGPS=1'],
  off: ['AT+CGPS=0'],
  starts: {
    cold: { commands: ['AT+CGPSCOLD'], from: 'off' },
    hot: { commands: ['AT+CGPSHOT'], from: 'off' },
  },
  position: [
    {
      // With PDOP, HDOP and VDOP; older firmware has the other alone.
      command: 'AT+CGNSSINFO',
      read: (lines) => {
        const fields = fieldsOf(lines, '+CGNSSINFO:')
        if (!fields) return undefined
        const position = aroundLetters(fields)
        return position && { ...position, fix: dimensions(fields[0]) }
      },
    },
    {
      command: 'AT+CGPSINFO',
      read: (lines) => {
        const fields = fieldsOf(lines, '+CGPSINFO:')
        return fields && aroundLetters(fields)
      },
    },
  ],
  nmea: {},
  assisted: {
    command: 'AT+CGPSXE?',
    read: extraData('+CGPSXE:'),
  },
}
export default sim7600

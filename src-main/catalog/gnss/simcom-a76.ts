import type { GnssFamily } from '@core/gnss/family'
import { aroundLetters, dimensions, fieldsOf, onBy } from './fields'

/** A76xx, SIM7670 and SIM7672: the receiver needs some seconds after its power, and says `+CGNSSPWR: READY!`. */
const simcomA76: GnssFamily = {
  id: 'simcom-a76',
  name: 'SIMCom A76xx, SIM767x',
  source: 'SIMCom A76XX Series GNSS Application Note V1.03; A76XX AT Command Manual, GNSS',
  matches: (identity) => /\bA7[567]\d\d|SIM76[67]\d|SIM767/i.test(identity),
  power: { command: 'AT+CGNSSPWR?', read: onBy('+CGNSSPWR:') },
  on: ['AT+CGNSSPWR=1'],
  off: ['AT+CGNSSPWR=0'],
  ready: '+CGNSSPWR: READY',
  starts: {
    cold: { commands: ['AT+CGPSCOLD'], from: 'on' },
    warm: { commands: ['AT+CGPSWARM'], from: 'on' },
    hot: { commands: ['AT+CGPSHOT'], from: 'on' },
  },
  position: [
    {
      command: 'AT+CGNSSINFO',
      read: (lines) => {
        const fields = fieldsOf(lines, '+CGNSSINFO:')
        if (!fields) return undefined
        const position = aroundLetters(fields)
        return position && { ...position, fix: dimensions(fields[0]) }
      },
    },
  ],
  nmea: {
    stream: {
      on: ['AT+CGNSSPORTSWITCH=0,1', 'AT+CGNSSTST=1'],
      off: ['AT+CGNSSTST=0'],
    },
  },
}
export default simcomA76

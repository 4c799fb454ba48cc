import { describe } from 'vitest'
import { reads } from './rows'

describe('SIMCom lines', () => {
  reads([
    [
      'AT+CBC',
      '+CBC: 0,62,3.837V\r\n\r\nOK\r\n',
      { charge_status: 0, level_pct: 62, voltage_v: 3.837 },
    ],
    [
      'AT+CBC',
      '+CBC: 0,93,4105\r\n\r\nOK\r\n',
      { charge_status: 0, level_pct: 93, voltage_v: 4.105 },
    ],
    ['AT+CBC', '+CBC: 3.978V\r\n\r\nOK\r\n', { voltage_v: 3.978 }],
    ['AT+CPMUTEMP', '+CPMUTEMP: 23\r\n\r\nOK\r\n', { temperature_c: 23 }],
    [null, 'PB DONE', { event: 'PB DONE' }],
    [null, 'SMS DONE', { event: 'SMS DONE' }],
    [null, 'RDY', { event: 'RDY' }],
    [null, '*ATREADY: 1', { event: '*ATREADY', value: 1 }],
    [null, 'UNDER-VOLTAGE WARNNING', { event: 'UNDER-VOLTAGE WARNNING' }],
    [null, '+PPPD: DISCONNECTED', { event: 'DISCONNECTED' }],
    [null, '+CIPEVENT: NETWORK CLOSED UNEXPECTEDLY', { event: 'NETWORK CLOSED UNEXPECTEDLY' }],
    [null, 'NORMAL POWER DOWN', { event: 'NORMAL POWER DOWN' }],
    [null, '+STIN: 25', { cmd_id: 25 }],
  ])
})

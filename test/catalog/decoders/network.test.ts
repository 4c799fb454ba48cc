import { describe } from 'vitest'
import { reads } from './rows'

describe('operator and technology', () => {
  reads([
    [
      'AT+CPOL?',
      '+CPOL: 1,2,"31026",1,0,1\r\n\r\nOK\r\n',
      { index: 1, format: 2, oper: '31026', gsm_act: 1, gsm_compact_act: 0, utran_act: 1 },
    ],
    [
      'AT+CPOL?',
      '+CPOL: 1,2,"31026",1,0,1\r\n+CPOL: 2,2,"310260",0,0,0,1\r\n\r\nOK\r\n',
      {
        entries: [
          { index: 1, format: 2, oper: '31026', gsm_act: 1, gsm_compact_act: 0, utran_act: 1 },
          {
            index: 2,
            format: 2,
            oper: '310260',
            gsm_act: 0,
            gsm_compact_act: 0,
            utran_act: 0,
            eutran_act: 1,
          },
        ],
      },
    ],
    [
      'AT+CPOL=?',
      '+CPOL: (1-3),(0-2)\r\n\r\nOK\r\n',
      { index_values: [1, 2, 3], format_values: [0, 1, 2] },
    ],
    [
      'AT+WS46=?',
      '+WS46: (12,22,25,28,29)\r\n\r\nOK\r\n',
      {
        values: [12, 22, 25, 28, 29],
        modes: ['GSM', 'UTRAN', 'GSM, UTRAN and E-UTRAN', 'E-UTRAN', 'GSM and UTRAN'],
      },
    ],
    ['AT+WS46?', '+WS46: 25\r\n\r\nOK\r\n', { n: 25 }],
    ['AT+WS46?', '28\r\n\r\nOK\r\n', { n: 28 }],
    ['AT+CNMP?', '+CNMP: 38\r\n\r\nOK\r\n', { mode: 38, name: 'LTE' }],
    [
      'AT+CNMP=?',
      '+CNMP: ((2-Automatic),(13-GSM Only),(38-LTE Only))\r\n\r\nOK\r\n',
      { mode_values: [2, 13, 38] },
    ],
    ['AT+CNMP=?', '+CNMP: (2,13,14,38)\r\n\r\nOK\r\n', { mode_values: [2, 13, 14, 38] }],
    ['AT+CNSMOD?', '+CNSMOD: 1,8\r\n\r\nOK\r\n', { n: 1, stat: 8, name: 'LTE' }],
    [null, '+CNSMOD: 8', { stat: 8, name: 'LTE' }],
    ['AT+CNAOP?', '+CNAOP: 0\r\n\r\nOK\r\n', { acqord: 0 }],
    [
      'AT+COPS?',
      '+COPS: 0,0,"AT&T, Inc",13\r\n\r\nOK\r\n',
      { mode: 0, format: 0, oper: 'AT&T, Inc', act: 13 },
    ],
    ['AT+COPS?', '+COPS: 0\r\n\r\nOK\r\n', { mode: 0 }],
  ])
})

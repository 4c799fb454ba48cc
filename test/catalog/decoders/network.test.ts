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
    ['AT+CREG=?', '+CREG: (0,1,2)\r\n\r\nOK\r\n', { n_values: [0, 1, 2] }],
    ['AT+CGREG=?', '(0-2)\r\n\r\nOK\r\n', { n_values: [0, 1, 2] }],
    ['AT+CREG=1', '+CREG: 2\r\nOK\r\n+CREG: 5', { n: 1 }],
    ['AT+CMEE=2;+CREG=2', 'OK', { '+CMEE': { n: 2 }, '+CREG': { n: 2 } }],
    ['AT*CNTI=0', '*CNTI: 0,HSDPA\r\n\r\nOK\r\n', { n: 0, tech: 'HSDPA' }],
    [
      'AT+CNBP?',
      '+CNBP: 0x0002000000400183,0x000000000A0E000D,0x0000000000000021\r\n\r\nOK\r\n',
      {
        mode: '0x0002000000400183',
        lte_mode: '0x000000000A0E000D',
        tds_mode: '0x0000000000000021',
      },
    ],
    [
      'AT+COPS?',
      '+COPS: 1,0,"CHINA MOBILE"\r\n\r\nOK\r\n',
      { mode: 1, format: 0, oper: 'CHINA MOBILE' },
    ],
    ['AT+COPS=0', 'OK', { mode: 0 }],
    ['AT+COPS=1,2,"44010",7', 'OK', { mode: 1, format: 2, oper: '44010', act: 7 }],
    [
      'AT+COPS=?',
      '+COPS: (1,"o2 - UK",o2 - UK,"23410",2),(3,"Vodafone","voda UK","23415",0)\r\n\r\nOK\r\n',
      {
        operators: [
          { stat: 1, long: 'o2 - UK', short: 'o2 - UK', numeric: '23410', act: 2 },
          { stat: 3, long: 'Vodafone', short: 'voda UK', numeric: '23415', act: 0 },
        ],
      },
    ],
    [
      'AT+WS46=?',
      '(12,22,25)\r\n\r\nOK\r\n',
      { values: [12, 22, 25], modes: ['GSM', 'UTRAN', 'GSM, UTRAN and E-UTRAN'] },
    ],
    ['AT+CEREG?', 'AT+CEREG?\r\r\n+CEREG: 0,2\r\n\r\nOK\r\nAT+CEREG?\r\r\n', { n: 0, stat: 2 }],
  ])
})

import { describe } from 'vitest'
import { reads } from './rows'

describe('messages', () => {
  reads([
    [
      'AT+CPMS?',
      '+CPMS: "SM",0,30,"SM",1,30,"ME",2,23\r\n\r\nOK\r\n',
      {
        mem1: { mem: 'SM', used: 0, total: 30 },
        mem2: { mem: 'SM', used: 1, total: 30 },
        mem3: { mem: 'ME', used: 2, total: 23 },
      },
    ],
    [
      'AT+CPMS=?',
      '+CPMS: ("SM","ME"),("SM"),"ME"\r\n\r\nOK\r\n',
      {
        mem1: ['SM', 'ME'],
        mem1_values: ['SM', 'ME'],
        mem2: ['SM'],
        mem2_values: ['SM'],
        mem3: ['ME'],
        mem3_values: ['ME'],
      },
    ],
    [
      'AT+CPMS="ME","SM","MT"',
      '+CPMS: 0,255,0,50,0,255\r\n\r\nOK\r\n',
      {
        mem1: { mem: 'ME', used: 0, total: 255 },
        mem2: { mem: 'SM', used: 0, total: 50 },
        mem3: { mem: 'MT', used: 0, total: 255 },
      },
    ],
    [
      'AT+CMGL=4',
      '+CMGL: 1,1,,43\r\n07918167830071F1240B918167830071F100004230\r\n+CMGL: 2,0,"Bob",22\r\n0791816783\r\n\r\n\r\nOK\r\n',
      {
        messages: [
          {
            index: 1,
            stat: 1,
            alpha: null,
            length: 43,
            pdu: '07918167830071F1240B918167830071F100004230',
          },
          { index: 2, stat: 0, alpha: 'Bob', length: 22, pdu: '0791816783' },
        ],
      },
    ],
    [
      'AT+CMGL="ALL"',
      '+CMGL: 1,"REC READ","+819012345678",,"25/01/01,12:00:00+36"\r\nHello\r\nworld\r\n\r\nOK\r\n',
      {
        messages: [
          {
            index: 1,
            stat: 'REC READ',
            number: '+819012345678',
            alpha: null,
            timestamp: '25/01/01,12:00:00+36',
            text: 'Hello\nworld',
          },
        ],
      },
    ],
    [
      'AT+CMGR=1',
      '+CMGR: 1,,26\r\n07918167830071F1\r\n\r\nOK\r\n',
      { stat: 1, alpha: null, length: 26, pdu: '07918167830071F1' },
    ],
    [null, '+CDS: 24\r\n07918167830071F106', { length: 24, pdu: '07918167830071F106' }],
    [
      null,
      '+CMT: ,24\r\n07918167830071F106',
      { alpha: null, length: 24, pdu: '07918167830071F106' },
    ],
    [null, '+CMTI: "SM",3', { mem: 'SM', index: 3 }],
    ['AT+CNMI?', '+CNMI: 2,1,0,0,0\r\n\r\nOK\r\n', { mode: 2, mt: 1, bm: 0, ds: 0, bfr: 0 }],
    [
      'AT+CNMI=?',
      '+CNMI: (0,1,2),(0-3),(0,2),(0,1),(0,1)\r\n\r\nOK\r\n',
      {
        mode_values: [0, 1, 2],
        mt_values: [0, 1, 2, 3],
        bm_values: [0, 2],
        ds_values: [0, 1],
        bfr_values: [0, 1],
      },
    ],
    ['AT+CMGF=?', '+CMGF: (0-1)\r\n\r\nOK\r\n', { modes: [0, 1], mode_values: [0, 1] }],
    ['AT+CMGF?', '+CMGF: 0\r\n\r\nOK\r\n', { mode: 0 }],
    [
      'AT+CSCB?',
      '+CSCB: 0,"0,1,5,320-478",""\r\n\r\nOK\r\n',
      { mode: 0, mids: '0,1,5,320-478', dcss: null },
    ],
    ['AT+CMGL=4', 'OK', { messages: [] }],
    ['AT+CSMS=?', '+CSMS: (0,1)\r\n\r\nOK\r\n', { service_values: [0, 1] }],
    ['AT+CSMS=1', '+CSMS: 1,1,1\r\n\r\nOK\r\n', { service: 1, mt: 1, mo: 1 }],
    ['AT+CSCA?', '+CSCA: "+819012345678",145\r\n\r\nOK\r\n', { sca: '+819012345678', tosca: 145 }],
    ['AT+CMGS="+8190"', '> \r\n+CMGS: 12\r\n\r\nOK\r\n', { mr: 12 }],
    [
      'AT+CMGR=3',
      '+CMGR: "REC UNREAD","+8190","","25/01/01,12:00:00+36"\r\nOK then\r\nbye\r\n\r\nOK\r\n',
      {
        stat: 'REC UNREAD',
        number: '+8190',
        alpha: null,
        timestamp: '25/01/01,12:00:00+36',
        text: 'OK then\nbye',
      },
    ],
    [
      'AT+CPMS=?',
      '+CPMS: (),("SM" , "ME"),("SM")\r\n\r\nOK\r\n',
      {
        mem1: [],
        mem1_values: [],
        mem2: ['SM', 'ME'],
        mem2_values: ['SM', 'ME'],
        mem3: ['SM'],
        mem3_values: ['SM'],
      },
    ],
    ['AT+CNMI=2,1', 'OK', { mode: 2, mt: 1 }],
    ['AT+CMTE?', '+CMTE: 1,25\r\n\r\nOK\r\n', { level: 1 }],
  ])
})

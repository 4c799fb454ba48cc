import { describe } from 'vitest'
import { reads } from './rows'

describe('internet inside the modem', () => {
  reads([
    [
      'AT+CPING="pong.soracom.io",1,4',
      'OK\r\n\r\n+CPING: 1,100.127.100.127,64,52,255\r\n+CPING: 3,4,4,0,50,60,55\r\n',
      { dest_addr: 'pong.soracom.io', dest_addr_type: 1, num_pings: 4 },
    ],
    ['AT+NETOPEN', 'OK\r\n\r\n+NETOPEN: 0\r\n', { err: 0 }],
    [
      'AT+CIPOPEN=0,"TCP","1.2.3.4",80',
      'OK\r\n\r\n+CIPOPEN: 0,0',
      { link_num: 0, type: 'TCP', server_ip: '1.2.3.4', server_port: 80 },
    ],
    ['AT+IPADDR', '+IPADDR: 10.1.2.3\r\n\r\nOK\r\n', { ip_address: '10.1.2.3' }],
    [
      'AT+CDNSGIP="x.jp"',
      '+CDNSGIP: 1,"x.jp","1.2.3.4"\r\n\r\nOK\r\n',
      { success: 1, domain: 'x.jp', ip: '1.2.3.4' },
    ],
    ['AT+CIPCLOSE?', '+CIPCLOSE: 1,0,0,0\r\n\r\nOK\r\n', { states: [1, 0, 0, 0] }],
    [
      'AT+CCINFO',
      '[SCELL],UARFCN:10713,MCC:440,MNC:10,RSCP:88,ECIO:8.0,RXLev:-88dbm\r\n\r\nOK\r\n',
      {
        cells: [
          {
            kind: 'SCELL',
            uarfcn: 10713,
            mcc: '440',
            mnc: '10',
            rscp_dbm: -88,
            ecio_db: -8,
            rxlev_dbm: -88,
          },
        ],
      },
    ],
    [
      'AT+CCINFO',
      '[SCELL],UARFCN:4436,MCC:440,MNC:10,LAC:1a2b,ID:a9b85f,PSC:214,RSCP:88\r\nOK',
      { cells: [{ lac: 0x1a2b, ci: 0xa9b85f, psc: 214, rscp_dbm: -88 }] },
    ],
    ['AT+NETOPEN?', '+NETOPEN: 1\r\nOK', { net_state: 1 }],
    [null, '+NETOPEN: 0', { err: 0 }],
    [
      'AT+CIPRXGET=2,0,10',
      '+CIPRXGET: 2,0,4,0\r\nabcd\r\n\r\nOK\r\n',
      { mode: 2, link_num: 0, read_len: 4, rest_len: 0, data: 'abcd' },
    ],
  ])
})

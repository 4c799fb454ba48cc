import { describe } from 'vitest'
import { marks, reads, says } from './rows'

describe('Huawei', () => {
  reads([
    [
      'AT^HCSQ?',
      '\r\n^HCSQ:"LTE",50,48,131,26\r\n\r\nOK\r\n',
      {
        sysmode: 'LTE',
        values: [50, 48, 131, 26],
        rssi_dbm: -71,
        rsrp_dbm: -93,
        sinr_db: 6,
        rsrq_db: -7,
      },
    ],
    [
      null,
      '^HCSQ: "LTE",255,48,255,26',
      { rssi_dbm: null, rsrp_dbm: -93, sinr_db: null, rsrq_db: -7 },
    ],
    [null, '^HCSQ: "NR",77,241,31', { sysmode: 'NR', values: [77, 241, 31] }],
    [null, '^RSSI:19', { rssi: 19, rssi_dbm: -75 }],
    [null, '^MODE:5,4', { sys_mode: 5, sys_submode: 4 }],
    [null, '^SIMST: 255,0', { sim_state: 255, lock_state: 0 }],
    [
      null,
      '^DSFLOWRPT:0000240E,00000000,00000000,00000000000AD023,00000000002FA192,0003E800,0003E800',
      { duration_s: 9230, tx_bytes: 708643, rx_bytes: 3121554 },
    ],
    ['AT^NDISDUP=1,1,"a.example"', '\r\nOK\r\n', { cid: 1, connect: 1, apn: 'a.example' }],
    [
      'AT^SYSCFGEX?',
      '\r\n^SYSCFGEX: "00",3FFFFFFF,1,2,7FFFFFFFFFFFFFFF\r\n\r\nOK\r\n',
      { acqorder: '00', roam: 1, srv_domain: 2 },
    ],
    [
      'AT^CPIN?',
      '\r\n^CPIN: READY,,10,3,10,3\r\n\r\nOK\r\n',
      { code: 'READY', times: null, puk_times: 10, pin2_times: 3 },
    ],
    ['AT^CARDMODE', '\r\n^CARDMODE: 2\r\n\r\nOK\r\n', { type: 2 }],
    [
      'AT^MONSC',
      '\r\n^MONSC: LTE,001,01,1650,A54933,1F3,183D,-98,-5,-72\r\n\r\nOK\r\n',
      {
        rat: 'LTE',
        earfcn: 1650,
        ci: 0xa54933,
        pci: 0x1f3,
        tac: 0x183d,
        rsrp_dbm: -98,
        rsrq_db: -5,
        rssi_dbm: -72,
      },
    ],
    [
      'AT^MONSC',
      '\r\n^MONSC: NR,001,01,524910,1,C027F5065,114,14225C,-73,-9,24\r\n\r\nOK\r\n',
      { rat: 'NR', scs: 1, pci: 276, tac: 1319516, rsrp_dbm: -73, sinr_db: 24 },
    ],
    [
      'AT^VERSION?',
      '\r\n^VERSION:BDT:Sep 18 2013\r\n^VERSION:EXTS:11.2\r\n\r\nOK\r\n',
      { versions: [{ item: 'BDT' }, { item: 'EXTS', value: '11.2' }] },
    ],
    [
      'AT^SETPORT?',
      '\r\n^SETPORT:A1,A2;10,12,16,A1,A2\r\n\r\nOK\r\n',
      { ports: 'A1,A2;10,12,16,A1,A2' },
    ],
  ])
  says([
    [null, '^HCSQ:"NOSERVICE"', 'No service', '圏外'],
    [null, '^HCSQ: "LTE",50,48,131,26', 'RSRP -93 dBm', 'RSRP -93 dBm'],
    [null, '^RSSI:99', 'not known', '不明'],
    [null, '^MODE:7,101', 'system 7 (LTE)', '方式 7（LTE）'],
    [null, '^SRVST: 2', 'valid', '有効'],
    ['AT^NDISDUP=1,0', 'OK', 'state 0 (down)', '状態 0（切断）'],
    [null, '^DSFLOWRPT:00000002,0,0,0A,0B,0,0', 'octets sent 10', '送信 10'],
  ])
  marks([
    ['AT^NDISDUP=1,1,"a.example","lab7","letmein",1', ['lab7', 'letmein']],
    ['AT^AUTHDATA=1,2,"","letmein","lab7"', ['letmein', 'lab7']],
    ['AT^CPIN="4711"', ['4711']],
    ['AT^IPINIT="a.example","lab7","letmein"', ['lab7', 'letmein']],
  ])
})

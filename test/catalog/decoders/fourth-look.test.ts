import { reads, says } from './rows'

reads([
  // Longitude first on SIM800 and SIM7070, latitude first on SIM7600.
  [null, '+CLBS: 0,139.767125,35.681236,550', { latitude: '35.681236' }],
  [null, '+CLBS: 0,35.681236,139.767125,550', { latitude: '35.681236' }],
  [
    'AT+CENG?',
    '+CENG: 3,0\r\n\r\n+CENG: 0,"460,00,27a0,0fe2,10,33"\r\n+CENG: 1,",,0000,0000,00,00"',
    { cells: [{}, { mcc: '460', rssi_dbm: -78 }, { cell: 1, mcc: null, mnc: null }] },
  ],
  [
    'AT+CWJAP?',
    '+CWJAP:"Bench WiFi","02:bb:cc:dd:ee:ff",6,-50',
    { ssid: 'Bench WiFi', bssid: '02:bb:cc:dd:ee:ff', channel: 6, rssi_dbm: -50 },
  ],
  [
    'AT+CIPSTA?',
    '+CIPSTA:ip:"192.0.2.5"\r\n+CIPSTA:gateway:"192.0.2.1"\r\n+CIPSTA:netmask:"255.255.255.0"',
    { address: '192.0.2.5', gateway: '192.0.2.1', netmask: '255.255.255.0' },
  ],
  [null, '+IPD,0,4:ABCD', { link: 0, length: 4 }],
  [null, '+IPD,4:ABCD', { length: 4 }],
  [
    'AT+NSORF=0,4',
    '0,192.0.2.1,7,4,41424344,0',
    { socket: 0, address: '192.0.2.1', port: 7, length: 4, data: '41424344', remaining: 0 },
  ],
  [null, '+NPINGERR: 1', { err: 1 }],
  [null, '+CIREPI: 1', { nwimsvops: 1 }],
  [
    'AT$QCRSRP?',
    '$QCRSRP: 120,1850,"-098.00"',
    { cells: [{ pci: 120, earfcn: 1850, rsrp_dbm: -98 }] },
  ],
  [
    'AT+VZWRSRP?',
    '+VZWRSRP:\r\n\r\n120,1850,-98.00\r\n301,475,-111.00',
    {
      cells: [
        { pci: 120, rsrp_dbm: -98 },
        { pci: 301, rsrp_dbm: -111 },
      ],
    },
  ],
  ['AT+KBND?', '+KBND: 0,0000000000000004', { bands: [{ rat: 0, mask: '0000000000000004' }] }],
  [
    'AT+CIPPING="192.0.2.1"',
    '+CIPPING: 1,"192.0.2.1",4,60\r\n+CIPPING: 2,"192.0.2.1",600,255',
    {
      replies: [
        { reply: 1, time_ms: 400, ttl: 60 },
        { reply: 2, time_ms: null, ttl: null },
      ],
    },
  ],
])

says([
  [
    'AT^SYSINFOEX',
    '^SYSINFOEX:2,3,0,1,,3,"WCDMA",46,"DC-HSPA+"',
    'system WCDMA, kind of system DC-HSPA+',
    'WCDMA',
  ],
  ['AT^SYSINFO', '^SYSINFO:2,3,0,5,1,,9', 'system 5 (WCDMA), kind of system 9 (HSPA+)', 'HSPA+'],
  [null, '+NPINGERR: 1', 'cause 1 (no answer)', '応答なし'],
])

says([
  ['AT+CEDRXS=2,4,"0010"', 'OK', 'asks for a cycle of 20.48 s in LTE', '要求周期 20.48 s（LTE）'],
  ['AT+CFUN=1,1', 'OK', 'Restarts the modem', 'モデムを再起動'],
  ['AT+ICF?', '+ICF: 3,3', 'format 3 (8 data, 1 stop).', '形式 3'],
  ['AT+ICF?', '+ICF: 2,1', 'parity 1 (even)', '偶数'],
])

says([
  [
    'AT+QFUPL="ca.pem",1234',
    'CONNECT\r\n+QFUPL: 1234,3d5a',
    'the data of this command now',
    'このコマンドのデータ',
  ],
  [
    'AT+QCAINFO',
    '+QCAINFO: "PCC",1850,100,"LTE BAND 3",1,120,-98,-10,-67,14\r\n+QCAINFO: "SCC",636666,12,"NR5G BAND 78",33',
    'SCC n78 100 MHz.',
    'n78 100 MHz',
  ],
])

reads([
  [
    'AT+QCAINFO',
    '+QCAINFO: "SCC",636666,12,"NR5G BAND 78",33',
    { carriers: [{ carrier: 'SCC', pci: 33 }] },
  ],
  [null, '+QNBIOTEVENT: "ENTER PSM"', { event: 'ENTER PSM' }],
  ['AT+QGDNRCNT?', '+QGDNRCNT: 1234,5678', { bytes_sent: 1234, bytes_recv: 5678 }],
])

reads([
  [
    'AT+NUESTATS=CELL',
    'NUESTATS:CELL,1850,120,1,-981,-108,-671,140\r\nNUESTATS:CELL,1850,121,0,-1041,-130,-721,20',
    { earfcn: 1850, pci: 120, rsrp_dbm: -98.1, rsrq_db: -10.8, rssi_dbm: -67.1, sinr_db: 14 },
  ],
  [
    'AT+CGED=3',
    '+CGED: MCC:440, MNC: 10, LAC: 22c4, CI: a2b3, BSIC: 12',
    { mcc: '440', mnc: '10' },
  ],
  ['AT+CGED?', '+CGED: 0,1', { mode: 0, length: 1 }],
])

import { marks, reads, says } from './rows'

// Sticks of Option, Icera, Novatel and Ericsson; the values are those that ModemManager's plugins know.
reads([
  ['AT_OPSYS?', '_OPSYS: 5,2', { mode: 5, domain: 2 }],
  ['AT_OSSYS?', '_OSSYS: 1,2', { n: 1, system: 2 }],
  [null, '_OSSYS: 2', { system: 2 }],
  [null, '_OSSYSI: 0', { system: 0 }],
  ['AT_OCTI?', '_OCTI: 1,3', { n: 1, tech: 3 }],
  [null, '_OCTI: 3', { tech: 3 }],
  ['AT_OWCTI?', '_OWCTI: 4', { tech: 4 }],
  ['AT_OSIGQ', '_OSIGQ: 20,0', { rssi: 20, ber: 0, rssi_dbm: -73 }],
  [null, '_OSIGQ: 99,99', { rssi: 99, rssi_dbm: null }],
  [null, '_OWANCALL: 1, 3', { cid: 1, status: 3 }],
  [
    'AT_OWANDATA=1',
    '_OWANDATA: 1, 192.0.2.2, 0.0.0.0, 192.0.2.53, 192.0.2.54, 0.0.0.0, 0.0.0.0,72000',
    { cid: 1, ip: '192.0.2.2', dns1: '192.0.2.53', speed: 72000 },
  ],
  ['AT%IPSYS?', '%IPSYS: 3,2', { mode: 3, domain: 2 }],
  ['AT%IPSYS=?', '%IPSYS: (0-3,5),(0-3)', { mode_values: [0, 1, 2, 3, 5] }],
  [null, '%IPDPACT: 1,2,0', { cid: 1, status: 2 }],
  [null, '%NWSTATE: 3,44010,3G-HSDPA,3G-HSDPA,2', { bars: 3, oper: '44010', tech: '3G-HSDPA' }],
  ['AT$NWRAT?', '$NWRAT: 2,1,0', { mode: 2, only: 1 }],
  [
    'AT$NWQMISTATUS',
    '$NWQMISTATUS: QMI State: CONNECTED, QMI WDS Client ID: 2',
    { status: 'CONNECTED' },
  ],
  [null, '*E2NAP: 0,3', { status: 0, cause: 3 }],
  ['AT*ERINFO?', '*ERINFO: 0,0,2', { gsm: 0, umts: 2 }],
  ['AT*ENAP?', '*ENAP: 1,1', { status: 1, cid: 1 }],
  [null, '+PACSP0', {}],
])

says([
  ['AT_OPSYS=3,2', 'OK', '3G preferred', '3G 優先'],
  [null, '%IPDPACT: 1,3', 'state 3 (failed)', '失敗'],
  [null, '_OWANCALL: 1, 1', 'state 1 (up)', '接続'],
  [null, '_OSIGQ: 20,0', 'RSSI -73 dBm', 'RSSI -73 dBm'],
])

marks([['AT_OWANCALL=1,1,0', []]])

// Nordic, Huawei, Sierra and Fibocom: rows that were cut short or had no words.
reads([
  [
    'AT%CONEVAL',
    '%CONEVAL: 0,1,7,42,20,28,"01A2B3C4","44010",120,1850,3,1,0,2,1,1,90',
    { rsrp_dbm: -99, rsrq_db: -10, sinr_db: 3, ci: 27440068, earfcn: 1850, dl_pathloss: 90 },
  ],
  ['AT%CONEVAL', '%CONEVAL: 1', { result: 1 }],
  [
    'AT%NBRGRSRP',
    '%NBRGRSRP: 120,1850,42,121,1850,37',
    {
      cells: [
        { pci: 120, earfcn: 1850, rsrp_dbm: -99 },
        { pci: 121, rsrp_dbm: -104 },
      ],
    },
  ],
  [
    null,
    '#XSMS: "24/05/06,10:11:12","+819012345678","hi"',
    { timestamp: '24/05/06,10:11:12', number: '+819012345678', data: 'hi' },
  ],
  [
    'AT^CHIPTEMP?',
    '^CHIPTEMP: 310,65535,65535,65535,285',
    { temperatures_c: [31, null, null, null, 28.5] },
  ],
  [
    'AT+GTCCINFO?',
    '+GTCCINFO:\r\nLTE service cell:\r\n1,4,440,10,22C4,1A2B3C4,73A,78,103,100,20,44,44,21',
    { cells: [{ earfcn: 1850, pci: 120, band: 3, rsrp_dbm: -97 }] },
  ],
  [
    'AT+GTCCINFO?',
    '+GTCCINFO:\r\nNR service cell:\r\n1,9,460,00,1812C1,123456789,627264,500,5041,100,77,60,62,65',
    { cells: [{ arfcn: 627264, pci: 500, band: 41, rsrp_dbm: -95, rsrq_db: -11 }] },
  ],
])

says([
  ['AT%XVBAT', '%XVBAT: 4464', '4.464 V', '4.464 V'],
  ['AT^CHIPTEMP?', '^CHIPTEMP: 310,65535,65535,65535,285', '31, 28.5 °C', '28.5 ℃'],
  [
    'AT!PCTEMP?',
    'Temp state: Normal\r\nTemperature: 38.50',
    'Temperature of the modem: 38.5 °C (Normal)',
    '38.5 ℃（Normal）',
  ],
  [
    'AT%CONEVAL',
    '%CONEVAL: 0,1,7,42,20,28,"01A2B3C4","44010",120,1850,3,1,0,2,1,1,90',
    'Energy of sending: normal. RSRP -99 dBm',
    '送信のエネルギー：通常',
  ],
])

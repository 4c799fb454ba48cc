import { marks, reads, says } from './rows'

// Foxconn T77W968 and T99W175, as routers and scripts log them.
const debug = [
  'RAT:LTE',
  'mcc:440,mnc:10',
  'lte_cell_id:27440068',
  'lte_tac:8900',
  'pcell:',
  'lte_band:3 lte_band_width:20.0MHz',
  'channel:1850 pci:120',
  'lte_rsrp:-98.0dBm,rsrq:-10.1dB',
  'lte_rssi:-67.0dBm,lte_snr:14.0dB',
  'scell:',
  'lte_band:19 lte_band_width:10.0MHz channel:475 pci:301 lte_rsrp:-104.5dBm,rsrq:-12.0dB',
  'nr_band:n78 nr_band_width:100.0MHz nr_channel:636666 nr_pci:4 nr_rsrp:-82dBm nr_rsrq:-11dB nr_snr:16.5dB',
].join('\r\n')

reads([
  [
    'AT^DEBUG?',
    debug,
    {
      rat: 'LTE',
      mcc: '440',
      mnc: '10',
      ci: 27440068,
      tac: 8900,
      cells: [
        { carrier: 'PCC', band: '3', channel: 1850, pci: 120, rsrp_dbm: -98, sinr_db: 14 },
        { carrier: 'SCC', band: '19', rsrp_dbm: -104.5 },
        { carrier: 'NR', band: 'n78', bandwidth_mhz: 100, channel: 636666, rsrp_dbm: -82 },
      ],
    },
  ],
  ['AT^TEMP?', 'TSENS: 41C\r\nPA: 38C', { sensors: [{ name: 'TSENS', temperature_c: 41 }, {}] }],
  [
    'AT^CA_INFO?',
    'PCC info: Band is LTE_B3, Band_width is 20.0 MHz\r\nSCC1 info: Band is LTE_B19, Band_width is 10.0 MHz',
    { carriers: [{ carrier: 'PCC', band: 'B3', bandwidth_mhz: 20 }, { band: 'B19' }] },
  ],
])

says([
  ['AT^DEBUG?', debug, 'Operator 44010 (NTT docomo). PCC B3 20 MHz: RSRP -98 dBm', '事業者 44010'],
  ['AT^DEBUG?', debug, 'NR n78 100 MHz: RSRP -82 dBm', 'NR n78'],
  ['AT^TEMP?', 'TSENS: 41C\r\nPA: 38C', 'sensor TSENS, °C 41; sensor PA, °C 38', 'TSENS'],
])

// Sony Altair: Murata 1SC, Würth Adrastea, Sierra HL7800.
reads([
  [
    'AT%MEAS="8"',
    '%MEAS: Signal Quality: RSRP = -98, RSRQ = -10, SINR = 14, RSSI = -67',
    { rsrp_dbm: -98, rsrq_db: -10, sinr_db: 14, rssi_dbm: -67 },
  ],
  [
    'AT%MEAS="8"',
    '%MEAS: Signal Quality: RSRP = N/A, RSRQ = N/A, SINR = N/A, RSSI = N/A',
    { rsrp_dbm: null, sinr_db: null },
  ],
  [
    'AT%MEAS="97"',
    '%MEAS: EARFCN=5826, CellID=420, RSRP=-99, RSRQ=-15\r\n%MEAS: EARFCN=6400, CellID=201, RSRP=-93, RSRQ=-21',
    {
      entries: [
        { earfcn: 5826, pci: 420, rsrp_dbm: -99 },
        { earfcn: 6400, rsrq_db: -21 },
      ],
    },
  ],
  [null, '%MEAS: RSSI:Reported= -68, Ant0= -63, Ant1= -251', { rssi_dbm: -68 }],
  ['AT%SOCKETCMD="ALLOCATE",1,"TCP","OPEN","192.0.2.1",80', '%SOCKETCMD:1', { socket: 1 }],
  [
    'AT%SOCKETDATA="RECEIVE",1,1500',
    '%SOCKETDATA:1,4,0,"41424344","192.0.2.1",80',
    { socket: 1, length: 4, more: 0, data: '41424344', port: 80 },
  ],
  [null, '%SOCKETEV:1,2', { event: 1, socket: 2 }],
  [null, '%SOCKETEV:3,1', { event: 3, socket: 1 }],
  [null, '%BOOTEV:0', { kind: 0 }],
])

says([[null, '%SOCKETEV:3,1', 'event 3 (closed by the other side), socket 1', '相手側から切断']])

marks([
  ['AT%MQTTCFG="NODES",1,"bench","mqtt.example.com","sora","pass"', ['sora', 'pass']],
  ['AT%PDNSET=1,"soracom.io","IPV4V6","PAP","bench7","pass"', ['bench7', 'pass']],
])

// Rows in which a value stood under a wrong name, or words spoke of the first row alone.
reads([
  ['AT+QNWCFG="lte_rx_power"', '+QNWCFG: -79,-77,0,0', { item: null, value: '-79,-77,0,0' }],
  ['AT+QUIMSLOT?', '+QUIMSLOT: 1', { item: null, value: '1' }],
  ['AT+QXPOWER', '+QXPOWER: 20,120,-32768,200', { values: [20, 120, -32768, 200] }],
  [
    'AT+QENG="servingcell"',
    '+QENG: "servingcell","NOCONN"\r\n+QENG: "LTE","FDD",440,10,1A2B3C4,120,1850,3,5,5,22C4,-98,-10,-67,14,9,-,35\r\n+QENG: "NR5G-NSA",440,10,65535,-32768,-32768,-32768,-,-',
    { cells: [{}, { pci: 120 }, { pci: null, rsrp_dbm: null }] },
  ],
  [
    'AT+CPSI?',
    '+CPSI: NR5G_NSA,Online,440-10,0x22C4,27440068,500,NR5G_BAND78,636666,-32768,-32768,-32768',
    { rsrp_dbm: null, rsrq_db: null, sinr_db: null },
  ],
  [
    'AT+CPSI?',
    '+CPSI: LTE,Online,440-10,0x22C4,27440068,120,EUTRAN-BAND3,1850,5,5,-101,-985,-671,14\r\n+CPSI: NR5G_NSA,298,NR5G_BAND41,520110,-760,-110,180,0,12',
    {
      rsrp_dbm: -98.5,
      entries: [{}, { pci: 298, band: 'NR5G_BAND41', earfcn: 520110, rsrp_dbm: -76, sinr_db: 18 }],
    },
  ],
  [
    'AT+WS46=?',
    '+WS46: (28,37,38)',
    { modes: ['E-UTRAN', 'E-UTRAN and NG-RAN', 'UTRAN, E-UTRAN and NG-RAN'] },
  ],
  ['AT#SERVINFO', '#SERVINFO: 6400,-43,"T-Mobile A","23203",00000AF,36EE,32,3,-60', { pci: 175 }],
  [
    'AT#SERVINFO',
    '#SERVINFO: 66786,-68,"T-Mobile","310260",3089F02,2D18,640,3,-101',
    { ci: 50896642 },
  ],
  [
    'ATI',
    'Quectel\r\nEC25\r\nRevision: EC25JFAR06A05M4G',
    { manufacturer: 'Quectel', model: 'EC25' },
  ],
  [
    'AT+CEID',
    '+CEID: 89044045930000000000000123456789',
    { eid: '89044045930000000000000123456789' },
  ],
])

says([
  [
    'AT+QCAINFO',
    '+QCAINFO: "pcc",476,50,"LTE BAND 1",1,189,-104,-9,-77,18',
    'pcc B1 10 MHz (50 RB), RSRP -104 dBm.',
    'B1',
  ],
  [
    'AT+QTEMP',
    '+QTEMP: "pa1","38"\r\n+QTEMP: "aoss0","41"',
    'sensor pa1, °C 38; sensor aoss0, °C 41',
    'aoss0',
  ],
  [
    'AT+CPSI?',
    '+CPSI: LTE,Online,440-10,0x22C4,27440068,120,EUTRAN-BAND3,1850,5,5,-101,-985,-671,14\r\n+CPSI: NR5G_NSA,298,NR5G_BAND41,520110,-760,-110,180,0,12',
    'EN-DC (5G NSA): 5G n41 beside LTE: RSRP -76 dBm',
    '併用の 5G n41',
  ],
  [
    'AT+CCWA=1,2',
    '+CCWA: 1,1\r\n+CCWA: 0,2',
    'call waiting 1 (on), class 1; call waiting 0 (off), class 2',
    '；',
  ],
  ['AT+UPSND=0,8', '+UPSND: 0,8,1', 'Internal context 0 is active.', '有効です'],
  ['AT+UPSND=0,8', '+UPSND: 0,8,0', 'Internal context 0 is not active.', '無効です'],
  ['AT+URAT?', '+URAT: 7,8', 'technology 7 (LTE-M), first 8 (NB-IoT)', 'LTE-M'],
  [null, '+CTZV: +36', 'UTC+9 h', 'UTC+9 h'],
  [null, '+CTZV: -14,"24/05/06,10:11:12"', 'UTC-3.5 h (24/05/06,10:11:12)', 'UTC-3.5 h'],
  ['AT+CMGD=1,4', 'OK', 'which 4 (all)', '4（すべて）'],
  [null, '+CLIP: "",128,,,,1', 'number shown 1 (withheld by the caller)', '非通知'],
  [
    'AT+CRSM=176,28589,0,0,4',
    '+CRSM: 144,0,"00000002"',
    'The network code (MNC) has 2 digits',
    'MNC は 2 桁',
  ],
  [
    'AT+CRSM=176,28486,0,0,17',
    '+CRSM: 144,0,"01534F5241434F4DFFFFFFFFFFFFFFFFFF"',
    'Name: SORACOM',
    '名称：SORACOM',
  ],
  ['AT+CEUS?', '+CEUS: 1', 'centred on 1 (data)', 'データ'],
])

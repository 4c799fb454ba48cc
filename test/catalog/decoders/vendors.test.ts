import { describe } from 'vitest'
import { reads } from './rows'

describe('other makers', () => {
  reads([
    [
      'AT+QCSQ',
      '+QCSQ: "LTE",-52,-81,195,-10\r\n\r\nOK\r\n',
      { sysmode: 'LTE', rssi_dbm: -52, rsrp_dbm: -81, sinr_db: 19, rsrq_db: -10 },
    ],
    [
      'AT+QENG="servingcell"',
      '+QENG: "servingcell","NOCONN","LTE","FDD",440,10,"25D9F94",181,9510,28,3,3,"1698",-79,-10,-69,13,23\r\n\r\nOK\r\n',
      {
        cells: [
          {
            cell: 'servingcell',
            state: 'NOCONN',
            rat: 'LTE',
            is_tdd: 'FDD',
            mcc: '440',
            mnc: '10',
            ci: 39690132,
            pci: 181,
            earfcn: 9510,
            band: 28,
            ul_bw: 3,
            dl_bw: 3,
            tac: 5784,
            rsrp_dbm: -79,
            rsrq_db: -10,
            rssi_dbm: -69,
            sinr_db: 13,
            srxlev: 23,
          },
        ],
      },
    ],
    [
      'AT%XMONITOR',
      '%XMONITOR: 5,"","","44010","1698",7,28,"025D9F94",181,9510,62,27,"","11100000","11100000","01001010"\r\n\r\nOK\r\n',
      {
        reg_status: 5,
        full_name: null,
        short_name: null,
        plmn: '44010',
        tac: 5784,
        act: 7,
        band: 28,
        cell_id: 39690132,
        phys_cell_id: 181,
        earfcn: 9510,
        rsrp: 62,
        snr: 27,
        edrx: null,
        active_time: '11100000',
        periodic_tau_ext: '11100000',
        periodic_tau: '01001010',
        rsrp_dbm: -79,
        sinr_db: 2,
      },
    ],
    ['AT%CESQ=1', 'OK', { n: 1 }],
    [
      null,
      '%CESQ: 62,3,22,2',
      { rsrp: 62, rsrp_threshold: 3, rsrq: 22, rsrq_threshold: 2, rsrp_dbm: -79, rsrq_db: -9 },
    ],
    [
      'AT!GSTATUS?',
      '!GSTATUS: \r\nCurrent Time:  1234\t\tTemperature: 34\r\nMode:          ONLINE\r\nSystem mode:   LTE        PS state: Attached\r\n\r\nOK\r\n',
      {
        current_time: 1234,
        temperature: 34,
        mode: 'ONLINE',
        system_mode: 'LTE',
        ps_state: 'Attached',
      },
    ],
    [
      'AT#RFSTS',
      '#RFSTS: "440 10",9510,-79,-69,-10.0,1698,FF,0,0,19,1,"25D9F94","440100123456789","NTT DOCOMO",3,28\r\n\r\nOK\r\n',
      { plmn: '440 10', earfcn: 9510, rsrp_dbm: -79, rssi_dbm: -69, rsrq_db: -10, tac: 5784 },
    ],
    ['AT#QSS?', '#QSS: 0,1\r\n\r\nOK\r\n', { mode: 0, status: 1 }],
    [null, '#QSS: 3', { status: 3 }],
    ['AT+UPSV?', '+UPSV: 1,2000\r\n\r\nOK\r\n', { mode: 1, timeout: 2000 }],
    [
      'AT%XSYSTEMMODE?',
      '%XSYSTEMMODE: 1,0,1,0\r\n\r\nOK\r\n',
      { m1_support: 1, nb1_support: 0, gnss_support: 1, lte_preference: 0 },
    ],
    [
      'AT+QNWINFO',
      '+QNWINFO: "FDD LTE","44010","LTE BAND 28",9510\r\n\r\nOK\r\n',
      { act: 'FDD LTE', oper: '44010', band: 'LTE BAND 28', channel: 9510 },
    ],
    ['AT+QINISTAT', '+QINISTAT: 7\r\n\r\nOK\r\n', { status: 7 }],
    [
      'AT+QCFG="nwscanmode"',
      '+QCFG: "nwscanmode",0\r\n\r\nOK\r\n',
      { name: 'nwscanmode', values: [0] },
    ],
  ])
})

describe('Telit, in every technology', () => {
  reads([
    [
      'AT#RFSTS',
      '#RFSTS: "286 01",1795,-101,-67,-15,2242,,128,3,1,0B5D121,"286010000000001","Turkcell",3,3,108\r\nOK',
      {
        plmn: '286 01',
        earfcn: 1795,
        rsrp_dbm: -101,
        rssi_dbm: -67,
        rsrq_db: -15,
        tac: 0x2242,
        drx: 128,
        mm: 3,
        rrc: 1,
        ci: 0xb5d121,
        imsi: '286010000000001',
        netname: 'Turkcell',
        sd: 3,
        band: 3,
        sinr_db: 1.6,
      },
    ],
    [
      'AT#RFSTS',
      '#RFSTS: "310 260",66786,-101,-68,-13,2D18,255,,640,1,0,3089F02,"000000000000000","T-Mobile",3,66\r\nOK',
      { earfcn: 66786, tac: 0x2d18, drx: 640, ci: 0x3089f02, netname: 'T-Mobile', sd: 3, band: 66 },
    ],
    [
      'AT#RFSTS',
      '#RFSTS: "222 01",10736,146,-5.5,-76,-71,AAAA,01,5,64,19,0,2,0,0B3C4D5,"222010000000001","TIM",3,1,10736,146,-5.5\r\nOK',
      {
        uarfcn: 10736,
        psc: 146,
        ecio_db: -5.5,
        rscp_dbm: -76,
        rssi_dbm: -71,
        lac: 0xaaaa,
        rac: 1,
        ci: 0xb3c4d5,
        netname: 'TIM',
      },
    ],
    [
      'AT#RFSTS',
      '#RFSTS: "204 04",1001,-80,00DE,01,5,19,10,2,9878,"204040000000001","vodafone NL",1,2\r\nOK',
      { arfcn: 1001, rssi_dbm: -80, lac: 0xde, ci: 0x9878, netname: 'vodafone NL', sd: 1, band: 2 },
    ],
    [
      'AT#SERVINFO',
      '#SERVINFO: 6400,-43,"T-Mobile A","23203",00000AF,36EE,32,3,-60\r\nOK',
      {
        earfcn: 6400,
        rssi_dbm: -43,
        netname: 'T-Mobile A',
        netcode: '23203',
        pci: 0xaf,
        tac: 0x36ee,
        drx: 32,
        sd: 3,
        rsrp_dbm: -60,
      },
    ],
    [
      'AT#SERVINFO',
      '#SERVINFO: 65535,-0,"vodafone NL","20404",511,00DE,64,3,-255,"II",FF\r\nOK',
      { uarfcn: 65535, psc: 511, lac: 0xde, rscp_dbm: -255, nom: 'II', rac: 255 },
    ],
    [
      'AT#SERVINFO',
      '#SERVINFO: 42,-93,"Turkcell","28601",63,855E,03,1,,"II",01,6\r\nOK',
      { arfcn: 42, rssi_dbm: -93, bsic: '63', lac: 0x855e, ta: 3, gprs: 1, nom: 'II', rac: 1 },
    ],
  ])
})

describe('Sierra', () => {
  reads([
    [
      'AT!GSTATUS?',
      [
        '!GSTATUS: ',
        'Current Time:  22016\t\tTemperature: 40',
        'Reset Counter: 1\t\tMode:        ONLINE         ',
        'System mode:   LTE        \tPS state:    Attached     ',
        'LTE band:      B2     \t\tLTE bw:      20 MHz  ',
        'LTE Rx chan:   800\t\tLTE Tx chan: 18800',
        'EMM state:     Registered     \tNormal Service ',
        'RRC state:     RRC Connected  ',
        'IMS reg state: No Srv  \t\t',
        '',
        'PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81',
        'PCC RxD RSSI:  -44\t\tRSRP (dBm):  -79',
        'Tx Power:      --\t\tTAC:         8C65 (35941)',
        'RSRQ (dB):     -14.0\t\tCell ID:     0A14666A (169109098)',
        'SINR (dB):     23.8',
        '',
        'OK',
      ].join('\r\n'),
      {
        temperature: 40,
        mode: 'ONLINE',
        system_mode: 'LTE',
        ps_state: 'Attached',
        lte_band: 'B2',
        lte_bw: '20 MHz',
        lte_rx_chan: 800,
        emm_state: 'Registered, Normal Service',
        pcc_rxm_rssi: -45,
        pcc_rxm_rsrp_dbm: -81,
        pcc_rxd_rsrp_dbm: -79,
        tac: 0x8c65,
        rsrq_db: -14,
        cell_id: 0xa14666a,
        sinr_db: 23.8,
      },
    ],
    [
      'AT!GSTATUS?',
      '!GSTATUS: \r\nGMM (PS) state:REGISTERED       NORMAL SERVICE \r\nRX level (dBm):-85\r\nOK',
      { gmm_ps_state: 'REGISTERED, NORMAL SERVICE', rx_level_dbm: -85 },
    ],
  ])
})

describe('Quectel, with 5G, narrow band and neighbours', () => {
  reads([
    [
      'AT+QENG="servingcell"',
      '+QENG: "servingcell","NOCONN"\r\n+QENG: "LTE","FDD",222,01,328261F,280,275,1,4,4,BE3,-99,-14,-66,7,4,30,-\r\n+QENG: "NR5G-NSA",222,01,920,-96,18,-10,648768,78,10,1\r\nOK',
      {
        cells: [
          { cell: 'servingcell', state: 'NOCONN' },
          { rat: 'LTE', ci: 0x328261f, tac: 0xbe3, rsrp_dbm: -99, rssi_dbm: -66, sinr_db: 7 },
          { rat: 'NR5G-NSA', pci: 920, rsrp_dbm: -96, sinr_db: 18, rsrq_db: -10, band: 78 },
        ],
      },
    ],
    [
      'AT+QENG="servingcell"',
      '+QENG: "servingcell","NOCONN","NR5G-SA","FDD",310,260,187461035,721,870100,127490,71,2,-99,-13,4,0,-\r\nOK',
      { cells: [{ rat: 'NR5G-SA', pci: 721, band: 71, rsrp_dbm: -99, rsrq_db: -13, sinr_db: 4 }] },
    ],
    [
      'AT+QENG="servingcell"',
      '+QENG: "servingcell","LIMSRV","WCDMA",432,35,584E,12DBAE3,10662,452,1,-70,-4,-,-,-,-,-\r\nOK',
      { cells: [{ state: 'LIMSRV', lac: 0x584e, psc: 452, rscp_dbm: -70, ecio_db: -4 }] },
    ],
    [
      'AT+QENG="servingcell"',
      '+QENG: "servingcell","NOCONN","CAT-M1","FDD",440,10,25D9F94,181,9510,28,3,3,1698,-79,-10,-55,150,-\r\nOK',
      { cells: [{ rat: 'CAT-M1', rsrp_dbm: -79, sinr_db: 10, srxlev: null }] },
    ],
    [
      'AT+QENG="neighbourcell"',
      '+QENG: "neighbourcell intra","LTE",6300,188,-12,-105,-75,-20,23,4,12,10,62\r\n+QENG: "neighbourcell inter","LTE",1501,-,-,-,-,-,-,0,10,7\r\n+QENG: "neighbourcell","WCDMA",3062,3,16,2,-,-,-,-\r\nOK',
      {
        cells: [
          { earfcn: 6300, pci: 188, rsrq_db: -12, rsrp_dbm: -105, rssi_dbm: -75 },
          { earfcn: 1501, pci: null, rsrp_dbm: null },
          { rat: 'WCDMA', uarfcn: 3062, psc: null, rscp_dbm: null },
        ],
      },
    ],
    [
      'AT+QENG="servingcell"',
      '+QENG: "servingcell","SEARCH"\r\nOK',
      { cells: [{ state: 'SEARCH' }] },
    ],
    ['AT+QCSQ', '+QCSQ: "NOSERVICE"\r\nOK', { sysmode: 'NOSERVICE' }],
    ['AT+QCSQ', '+QCSQ: "WCDMA",-59,-62,-3\r\nOK', { rssi_dbm: -59, rscp_dbm: -62, ecio_db: -3 }],
    ['AT+QCSQ', '+QCSQ: "CAT-M1",-79,-92,142,-9\r\nOK', { rsrp_dbm: -92, rsrq_db: -9 }],
    ['AT+QCSQ', '+QCSQ: "NR5G",-99,4,-13\r\nOK', { rsrp_dbm: -99, sinr_db: 4, rsrq_db: -13 }],
    ['AT+QNWINFO', '+QNWINFO: No Service\r\nOK', { act: 'No Service' }],
    ['AT+QINISTAT', '+QINISTAT: 3\r\nOK', { status: 3 }],
    ['AT+QCFG="band"', '+QCFG: "band",0x93,0x1,0x0\r\nOK', { values: ['0x93', '0x1', '0x0'] }],
  ])
})

describe('u-blox and Nordic', () => {
  reads([
    [
      'AT+UCGED?',
      '+UCGED: 2\r\n6,4,001,01\r\n2525,5,50,50,e8fe,1a2d001,1,d60814d1,8001,01,28,31,13.75,3,1,10,28,-50,-6,0,255,255,0\r\nOK',
      {
        mode: 2,
        rat: 6,
        svc: 4,
        mcc: '001',
        mnc: '01',
        earfcn: 2525,
        band: 5,
        tac: 0xe8fe,
        ci: 0x1a2d001,
        pci: 1,
        rsrp_dbm: -113,
        rsrq_db: -4.5,
        sinr_db: 13.75,
      },
    ],
    [
      'AT+UCGED?',
      '+UCGED: 2\r\n6,2,fff,fff\r\n65535,255,255,255,ffff,0000000,65535,00000000,ffff,ff,255,255,255,1,255,255,255,255,255,0,255,255,0\r\nOK',
      { svc: 2, mcc: null, earfcn: null, band: null, tac: null, rsrp_dbm: null, sinr_db: null },
    ],
    [
      'AT+UCGED?',
      '+RSRP: 162,5110,"-075.00",\r\n+RSRQ: 162,5110,"-14.20",\r\nOK',
      { pci: 162, earfcn: 5110, rsrp_dbm: -75, rsrq_db: -14.2 },
    ],
    ['AT+UDCONF=1', '+UDCONF: 1,1\r\nOK', { op: 1, values: [1] }],
    ['AT%XMONITOR', '%XMONITOR: 2\r\nOK', { reg_status: 2 }],
    [
      'AT%XMONITOR',
      '%XMONITOR: 1,"EDAV","EDAV","26295","00B7",7,4,"00011B07",7,2300,63,39,"", "11100000","11100000"\r\nOK',
      { plmn: '26295', tac: 0xb7, cell_id: 0x11b07, earfcn: 2300, rsrp: 63, rsrp_dbm: -78 },
    ],
    [null, '%CESQ: 255,0,255,0', { rsrp_dbm: null, rsrq_db: null }],
    [null, '%CESQ: 77,5', { rsrp: 77, rsrp_threshold: 5, rsrp_dbm: -64 }],
    ['AT%XSYSTEMMODE=1,0,1,0', 'OK', { m1_support: 1, nb1_support: 0, gnss_support: 1 }],
    [
      'AT%XSYSTEMMODE=?',
      '%XSYSTEMMODE: (0,1),(0,1),(0,1),(0-4)\r\nOK',
      { m1_support_values: [0, 1], lte_preference_values: [0, 1, 2, 3, 4] },
    ],
  ])
})

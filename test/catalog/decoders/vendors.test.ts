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
            sinr: '13',
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
        sinr_db: 3,
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
        current_time: '1234',
        temperature: '34',
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

import { describe } from 'vitest'
import { marks, reads, says } from './rows'

const lteinfo = [
  '!LTEINFO:',
  'Serving:   EARFCN MCC MNC   TAC      CID Bd D U SNR PCI  RSRQ   RSRP   RSSI RXLV',
  '              800 001 01 35666 0A14666A  2 5 5  22 404 -14.1  -79.6  -45.5 --',
  'IntraFreq:                                          PCI  RSRQ   RSRP   RSSI RXLV',
  '                                                    402 -20.0  -89.3  -57.6 --',
  'OK',
].join('\r\n')

const impref = [
  '!IMPREF:',
  ' preferred fw version:    01.00.02.00',
  ' preferred carrier name:  GENERIC',
  ' current fw version:      01.05.01.00',
  ' current carrier name:    GENERIC',
  'OK',
].join('\r\n')

describe('Sierra', () => {
  reads([
    [
      'AT!SELRAT?',
      '\r\n!SELRAT: 03, UMTS 3G Preferred\r\n\r\nOK\r\n',
      { index: '03', name: 'UMTS 3G Preferred' },
    ],
    [
      'AT!SELRAT=?',
      '\r\n!SELRAT: Index, Name\r\n00, Automatic\r\n01, WCDMA Only\r\n06, LTE Only\r\n\r\nOK\r\n',
      { index_values: ['00', '01', '06'] },
    ],
    [
      'AT!BAND?',
      '\r\nIndex, Name,                        GW Band Mask\r\n09, LTE ALL, 0000000000000000\r\n\r\nOK\r\n',
      { index: '09', name: 'LTE ALL' },
    ],
    [
      'AT!LTEINFO?',
      lteinfo,
      {
        earfcn: 800,
        mnc: '01',
        tac: 35666,
        ci: 0x0a14666a,
        band: 2,
        pci: 404,
        rsrp_dbm: -79.6,
        rsrq_db: -14.1,
      },
    ],
    [
      'AT!IMPREF?',
      impref,
      { preferred_fw_version: '01.00.02.00', current_fw_version: '01.05.01.00' },
    ],
    [
      'AT!PCINFO?',
      '\r\nState: Low Power Mode\r\nLPM voters - Temp:0, Volt:0, User:1, W_DISABLE:1, IMSWITCH:0\r\nLPM persistence - None\r\n\r\nOK\r\n',
      { state: 'Low Power Mode', voters: ['User', 'W_DISABLE'] },
    ],
    [
      'AT!USBCOMP?',
      '\r\nConfig Index: 1\r\nConfig Type:  1 (Generic)\r\nInterface bitmask: 0000100D (diag,nmea,modem,mbim)\r\n\r\nOK\r\n',
      { config_index: 1, interface_bitmask: '0000100D (diag,nmea,modem,mbim)' },
    ],
    ['AT!SCACT=1,3', '\r\nOK\r\n', { state: 1, cid: 3 }],
    ['AT!SCPADDR=3', '\r\n!SCPADDR: 3,"10.20.30.40"\r\n\r\nOK\r\n', { contexts: [{ cid: 3 }] }],
    ['AT+KSRAT?', '\r\n+KSRAT: 0\r\n\r\nOK\r\n', { rat: 0 }],
    [
      'AT+KTCPCFG=1,0,"a.example",80',
      '\r\n+KTCPCFG: 1\r\n\r\nOK\r\n',
      { sessions: [{ session: 1 }] },
    ],
    ['AT+KTCPSTAT=1', '\r\n+KTCPSTAT: 2,-1,0,0\r\n\r\nOK\r\n', { state: 2, notif: -1, unsent: 0 }],
    [null, '+KTCP_DATA: 1,54', { session: 1, length: 54 }],
    [null, '+KSUP: 0', { state: 0 }],
    [
      'AT+KBNDCFG?',
      '\r\n+KBNDCFG: 0,0000000000000000080818\r\n\r\nOK\r\n',
      { bands: [{ rat: 0, mask: '0000000000000000080818' }] },
    ],
  ])
  says([
    ['AT!IMPREF?', impref, 'not the preferred one (fw_version)', '優先設定と異なります'],
    [
      'AT!PCINFO?',
      'State: Low Power Mode\r\nLPM voters - User:1\r\n\r\nOK',
      'Held by User',
      '要因：User',
    ],
    [null, '+KTCP_NOTIF: 1,3', 'DNS error', 'DNS エラー'],
    [null, '+KTCP_NOTIF: 1,77', 'cause 77', '理由 77'],
    [null, '+KCNX_IND: 1,0,0', 'ended by the network', 'ネットワーク側からの切断'],
    [null, '+WDSI: 14', 'update begins', '更新開始'],
    ['AT+WDSI=4479', 'OK', 'reports 4479', '通知 4479'],
    ['AT!LTEINFO?', lteinfo, 'RSRP -79.6 dBm', 'RSRP -79.6 dBm'],
  ])
  marks([
    ['AT+KCNXCFG=1,"GPRS","a.example","lab7","letmein"', ['lab7', 'letmein']],
    ['AT+KHTTPCFG=1,"a.example",80,1,"lab7","letmein"', ['lab7', 'letmein']],
    ['AT!SETCND="letmein"', ['letmein']],
  ])
})

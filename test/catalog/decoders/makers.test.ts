import { describe } from 'vitest'
import { marks, reads, says } from './rows'

describe('ZTE', () => {
  reads([
    ['AT+ZPAS?', '\r\n+ZPAS: "LTE","CS_PS"\r\n\r\nOK\r\n', { system: 'LTE', srv_domain: 'CS_PS' }],
    [null, '+ZPASR: "UMTS"', { system: 'UMTS' }],
    [null, '+ZUSIMR:2', { state: 2 }],
    ['AT+ZSNT=6,0,0', '\r\nOK\r\n', { rat: 6, selection: 0 }],
    [null, '+ZECMCALL: CONNECT', { event: 'CONNECT' }],
  ])
  says([
    ['AT+ZSNT?', '+ZSNT: 2,0,0\r\n\r\nOK', 'WCDMA only', 'WCDMA のみ'],
    ['AT+ZCDRUN=8', 'OK', 'what to do 8 (off)', '動作 8（オフ）'],
    [null, '+ZDONR: "Lab",001,01,"CS_PS","ROAM_OFF"', 'operator Lab', '事業者 Lab'],
  ])
})

describe('Fibocom and Intel', () => {
  reads([
    [
      'AT+GTCCINFO?',
      '\r\n+GTCCINFO: \r\n1,4,001,01,1A2B,0012345AB,3250,116,107,100,14,47,47,22\r\n\r\n2,4,,,FFFF,00FFFFFFF,9460,71,,43,43,10\r\n\r\nOK\r\n',
      {
        cells: [
          {
            serving: true,
            tac: 0x1a2b,
            earfcn: 3250,
            pci: 116,
            band: 7,
            rsrp_dbm: -94,
            rsrq_db: -9,
          },
          { serving: false, earfcn: 9460, pci: 71, rsrp_dbm: -98, rsrq_db: -15 },
        ],
      },
    ],
    ['AT+GTCCINFO?', '\r\n+GTCCINFO: \r\n\r\nOK\r\n', { cells: [] }],
    [
      'AT+GTSENRDTEMP=1',
      '\r\n+GTSENRDTEMP: 1,43250\r\n\r\nOK\r\n',
      { sensors: [{ sensor: 1, temperature_c: 43.25 }] },
    ],
    [
      'AT+RSRP?',
      '\r\n+RSRP: 116, 3250, -93\r\n\r\nOK\r\n',
      { cells: [{ pci: 116, earfcn: 3250, rsrp_dbm: -93 }] },
    ],
    [
      'AT+XACT?',
      '\r\n+XACT: 4,2,1,1,2,103,107\r\n\r\nOK\r\n',
      { act: 4, pref1: 2, bands: ['1', '2', '103', '107'] },
    ],
    ['AT+GTACT?', '\r\n+GTACT: 20,6,3,101,103\r\n\r\nOK\r\n', { mode: 20, bands: ['101', '103'] }],
    ['AT+MIPCALL=1,"a.example"', '\r\nOK\r\n', { stat: 1, apn: 'a.example' }],
    [null, '+MIPCALL: 10.20.30.40', { stat: 1, address: '10.20.30.40' }],
    [null, '+MIPOPEN: 1,1', { socket: 1, result: 1 }],
  ])
  says([
    ['AT+XACT?', '+XACT: 4,2,1,1\r\n\r\nOK', 'UMTS and LTE', 'UMTS・LTE'],
    ['AT+GTCCINFO?', '+GTCCINFO: \r\n\r\nOK', 'none on this line', 'この行にはありません'],
    ['AT+XDATACHANNEL=1,1,"/USBCDC/2"', 'OK', 'state 1 (on)', '状態 1（オン）'],
  ])
})

describe('Sequans', () => {
  reads([
    [
      'AT+SQNSRECV=1,5',
      '\r\n+SQNSRECV: 1,5\r\nhello\r\n\r\nOK\r\n',
      { conn_id: 1, length: 5, data: 'hello' },
    ],
    [null, '+SQNSRING: 1,5', { conn_id: 1, length: 5 }],
    [null, '+SQNSH: 1', { conn_id: 1 }],
    [null, '+SQNSMQTTONCONNECT:0,0', { client: 0, rc: 0 }],
    [null, '+SQNSMQTTONMESSAGE:0,"lab/t",12,1,3', { topic: 'lab/t', length: 12, message: 3 }],
    [
      'AT+SQNDNSLKUP="a.example"',
      '\r\n+SQNDNSLKUP: "a.example","192.0.2.5"\r\n\r\nOK\r\n',
      { resolved: '192.0.2.5' },
    ],
  ])
  says([
    [null, '+SQNHTTPRING: 0,404,"text/html",12', 'HTTP status 404', 'HTTP ステータス 404'],
    ['AT+SQNSS', '+SQNSS: 1,4\r\n\r\nOK', 'listening', '待ち受け中'],
    ['AT+SQNMODEACTIVE=2', 'OK', 'NB-IoT', 'NB-IoT'],
  ])
})

describe('Neoway', () => {
  reads([
    [
      'AT$MYNETACT?',
      '\r\n$MYNETACT: 0,1,"10.20.30.40"\r\n\r\nOK\r\n',
      { contexts: [{ channel: 0, stat: 1 }] },
    ],
    [null, '$MYURCREAD: 0', { socket: 0 }],
    [null, '+TCPSETUP: 0,OK', { link: 0, result: 'OK' }],
    [null, '+TCPSEND: 0,10', { link: 0, length: 10 }],
    [null, '+TCPCLOSE: 0,Link Closed', { result: 'Link Closed' }],
    ['AT+XIIC?', '\r\n+XIIC:    1,10.20.30.40\r\n\r\nOK\r\n', { stat: 1, address: '10.20.30.40' }],
    [
      'AT+IPSTATUS=0',
      '\r\n+IPSTATUS: 0,CONNECT,TCP,2047\r\n\r\nOK\r\n',
      { sockets: [{ link: 0, state: 'CONNECT', free: 2047 }] },
    ],
  ])
  says([[null, '+TCPSETUP: 0,FAIL', 'failed', '失敗']])
})

describe('logins of further makers', () => {
  marks([
    ['AT+MIPCALL=1,"a.example","lab7","letmein"', ['lab7', 'letmein']],
    ['AT+SQNHTTPCFG=0,"a.example",80,1,"lab7","letmein"', ['lab7', 'letmein']],
    ['AT+SQNSMQTTCFG=0,"unit7","lab7","letmein"', ['lab7', 'letmein']],
    ['AT$MYNETCON=0,"USERPWD","lab7,letmein"', ['lab7,letmein']],
  ])
})

describe('Nordic: three generations of one command', () => {
  reads([
    ['AT#XSEND="Hello"', 'OK', { data: 'Hello' }],
    ['AT#XSEND=0,"DEADBEEF"', '#XSEND: 4\r\n\r\nOK', { size: 4 }],
    ['AT#XSEND=1,0,0,"Hello"', '#XSEND: 1,0,5\r\n\r\nOK', { handle: 1, size: 5 }],
    ['AT#XCONNECT="example.com",80', '#XCONNECT: 1\r\n\r\nOK', { status: 1 }],
    ['AT#XCONNECT=2,"example.com",80', '#XCONNECT: 2,0\r\n\r\nOK', { handle: 2, status: 0 }],
  ])
  says([
    ['AT#XSEND=0,"DEADBEEF"', 'OK', 'form hex, data DEADBEEF', '形式 hex、データ DEADBEEF'],
    ['AT#XSEND=1,0,0,"Hello"', 'OK', 'form text, data Hello', '形式 text、データ Hello'],
    [
      'AT#XSENDTO="a.example",7,1,"x"',
      'OK',
      'form text, host a.example',
      '形式 text、宛先 a.example',
    ],
    ['AT#XSENDTO="a.example",7,"x"', 'OK', 'port 7, data x', 'ポート番号 7、データ x'],
  ])
})

describe('Intel XMM and 5G carriers', () => {
  reads([
    [
      'AT+XLEC?',
      '\r\n+XLEC: 0,2,3,5,BAND_LTE_7,20,0\r\n\r\nOK\r\n',
      { n: 0, carriers: 2, bandwidths_mhz: [10, 20], bands: [7, 20] },
    ],
    [
      'AT+XMCI=1',
      '\r\n+XMCI: 4,001,01,"0x00D5","0x0020EB17","0x01F6","0x0000071C","0x00004D6C","0xFFFFFFFF",54,26,50\r\n\r\nOK\r\n',
      { cells: [{ type: 4, pci: 502, earfcn: 1820, rsrp_dbm: -87, rsrq_db: -7 }] },
    ],
    [
      'AT+RSRP?',
      '\r\n+RSRP: 502,1820,-85.00,300,6200,-90.50\r\n\r\nOK\r\n',
      {
        cells: [
          { pci: 502, earfcn: 1820, rsrp_dbm: -85 },
          { pci: 300, earfcn: 6200, rsrp_dbm: -90.5 },
        ],
      },
    ],
    [
      'AT+QCAINFO',
      '\r\n+QCAINFO: "PCC",501390,12,"NR5G BAND 41",153,-11,-11,2549\r\n\r\nOK\r\n',
      { carriers: [{ carrier: 'PCC', pci: 153, bandwidth_mhz: 100 }] },
    ],
  ])
  says([
    [
      'AT+XLEC?',
      '+XLEC: 0,2,3,5,BAND_LTE_7,20,0',
      '2 (10 + 20 MHz), band 7, 20',
      '2 波（10 + 20 MHz）',
    ],
    ['AT+QMTCFG="SSL",0,1,2', 'OK', 'value 1,2', '値 1,2'],
  ])
})

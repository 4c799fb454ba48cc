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
    ['AT+GTCCINFO?', '+GTCCINFO: \r\n\r\nOK', 'No serving cell', '在圏セルはありません'],
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

import { describe } from 'vitest'
import { marks, reads, says } from './rows'

describe('Telit sockets', () => {
  reads([
    [
      'AT#SGACT=1,1',
      '\r\n#SGACT: 10.20.30.40\r\n\r\nOK\r\n',
      { contexts: [{ address: '10.20.30.40' }] },
    ],
    [
      'AT#SGACT?',
      '\r\n#SGACT: 1,1\r\n#SGACT: 2,0\r\n\r\nOK\r\n',
      {
        contexts: [
          { cid: 1, stat: 1 },
          { cid: 2, stat: 0 },
        ],
      },
    ],
    ['AT#SGACT=1,0', '\r\nOK\r\n', { cid: 1, stat: 0 }],
    [
      'AT#CGPADDR=1',
      '\r\n#CGPADDR: 1,"10.20.30.40"\r\n\r\nOK\r\n',
      { contexts: [{ cid: 1, address: '10.20.30.40' }] },
    ],
    [
      'AT#SCFG?',
      '\r\n#SCFG: 1,1,300,90,600,50\r\n#SCFG: 2,2,300,90,600,50\r\n\r\nOK\r\n',
      { sockets: [{ conn_id: 1, cid: 1, packet_size: 300, inactivity_s: 90 }, { conn_id: 2 }] },
    ],
    [
      'AT#SD=1,0,80,"a.example",0,0,1',
      '\r\nOK\r\n',
      { conn_id: 1, protocol: 0, port: 80, host: 'a.example', conn_mode: 1 },
    ],
    [
      'AT#SS',
      '\r\n#SS: 1,2,10.20.30.40,1033,192.0.2.73,10510\r\n#SS: 2,0\r\n\r\nOK\r\n',
      {
        sockets: [
          { conn_id: 1, state: 2, local_address: '10.20.30.40', local_port: 1033, port: 10510 },
          { conn_id: 2, state: 0 },
        ],
      },
    ],
    [
      'AT#SI=1',
      '\r\n#SI: 1,123,400,10,50\r\n\r\nOK\r\n',
      { sockets: [{ sent: 123, waiting: 10, unacked: 50 }] },
    ],
    [
      'AT#SRECV=1,15',
      '\r\n#SRECV: 1,15\r\nstringa di test\r\n\r\nOK\r\n',
      { conn_id: 1, length: 15, data: 'stringa di test' },
    ],
    [
      'AT#SRECV=3,4,1',
      '\r\n#SRECV: "192.0.2.7",5001,3,4,0\r\nabcd\r\n\r\nOK\r\n',
      { address: '192.0.2.7', port: 5001, conn_id: 3, length: 4, left: 0, data: 'abcd' },
    ],
    [null, 'SRING: 1,15\r\n', { conn_id: 1, length: 15 }],
    [null, 'SRING: 3\r\n', { conn_id: 3 }],
    [
      'AT#QDNS="a.example"',
      '\r\n#QDNS: "a.example",192.0.2.5\r\n\r\nOK\r\n',
      { host: 'a.example', resolved: '192.0.2.5' },
    ],
    [
      'AT#PING="192.0.2.5"',
      '\r\n#PING: 01,"192.0.2.5",7,118\r\n#PING: 02,"192.0.2.5",600,255\r\n\r\nOK\r\n',
      {
        replies: [
          { reply: 1, time_tenths: 7, ttl: 118 },
          { reply: 2, time_tenths: 600, ttl: 255 },
        ],
      },
    ],
    ['AT#ECM?', '\r\n#ECM: 0,1\r\n\r\nOK\r\n', { adapter: 0, stat: 1 }],
    [
      'AT#SCFG=?',
      '\r\n#SCFG: (1-6),(0-5),(0-1500),(0-65535),(10-1200),(0-255)\r\n\r\nOK\r\n',
      { conn_id_values: [1, 2, 3, 4, 5, 6] },
    ],
  ])
  says([
    ['AT#SGACT=1,1', '\r\n#SGACT: 10.20.30.40\r\n\r\nOK\r\n', 'address', 'アドレス'],
    ['AT#SS', '#SS: 1,9\r\n\r\nOK\r\n', 'state 9', '状態 9'],
    [
      null,
      '#HTTPRING: 0,200,"text/plain;charset=UTF-8",54',
      'HTTP status 200',
      'HTTP ステータス 200',
    ],
    [null, '#MQRING: 1,2,"lab/t",20', 'message 2', 'メッセージ番号 2'],
    [null, 'SSLSRING: 1,20', 'TLS socket', 'TLS ソケット'],
    ['AT#SSLSECCFG=1,0,1', '\r\nOK\r\n', 'verification 1 (server)', '検証 1（サーバー）'],
  ])
  marks([
    ['AT#SGACT=1,1,"meter","letmein"', ['meter', 'letmein']],
    ['AT#ECM=1,0,"meter","letmein"', ['meter', 'letmein']],
    ['AT#HTTPCFG=0,"a.example",80,1,"meter","letmein",0,120,1', ['meter', 'letmein']],
    ['AT#MQCONN=1,"unit7","meter","letmein"', ['meter', 'letmein']],
    ['AT#FTPOPEN="a.example","meter","letmein",1', ['meter', 'letmein']],
  ])
})

describe('Telit radio and the rest', () => {
  reads([
    [
      'AT#MONI',
      '\r\n#MONI: Lab Net RSRP:-101 RSRQ:-13 TAC:1A2B Id:00C0FFE EARFCN:1850 PWR:-68dbm DRX:128 pci:236 QRxLevMin:-130\r\n\r\nOK\r\n',
      {
        cells: [
          {
            netname: 'Lab Net',
            rsrp_dbm: -101,
            rsrq_db: -13,
            tac: 0x1a2b,
            ci: 0xc0ffe,
            earfcn: 1850,
            rssi_dbm: -68,
            pci: 236,
          },
        ],
      },
    ],
    [
      'AT#MONI',
      '\r\n#MONI: RSRP:-107 RSRQ:-18 Id:0000142 EARFCN:66786 PWR:-79dbm\r\n\r\nOK\r\n',
      { cells: [{ rsrp_dbm: -107, pci: 322, earfcn: 66786 }] },
    ],
    [
      'AT#MONI',
      '\r\n#MONI: Lab BSIC:12 RxQual:0 LAC:00D3 Id:7C0A ARFCN:3 PWR:-94 dbm TA:3\r\n\r\nOK\r\n',
      {
        cells: [
          { netname: 'Lab', bsic: '12', lac: 0xd3, ci: 0x7c0a, arfcn: 3, rssi_dbm: -94, ta: 3 },
        ],
      },
    ],
    [
      'AT#BND?',
      '\r\n#BND: 0,22,A7E2BB0F38DF,42\r\n\r\nOK\r\n',
      { gsm: 0, umts: 22, lte: 'A7E2BB0F38DF', lte_more: '42' },
    ],
    ['AT#FWSWITCH?', '\r\n#FWSWITCH: 40,1\r\n\r\nOK\r\n', { image: 40, storage: 1 }],
    ['AT#SIMDET?', '\r\n#SIMDET: 2,1\r\n\r\nOK\r\n', { mode: 2, simin: 1 }],
    ['AT#TEMPMON=1', '\r\n#TEMPMEAS: 0,28\r\n\r\nOK\r\n', { mode: 1 }],
    [null, '#TEMPMEAS: -1,-32', { level: -1, temperature_c: -32 }],
    ['AT#CBC', '\r\n#CBC: 2,1305\r\n\r\nOK\r\n', { power_state: 2, voltage_v: 13.05 }],
    [null, '#NITZ: 24/05/06,07:08:09+36,0', { year: 2024, hour: 7, tz_quarters: 36, dst_hours: 0 }],
    ['AT#USBCFG?', '\r\n#USBCFG: 3\r\n\r\nOK\r\n', { composition: 3 }],
    [
      'AT$GPSACP',
      '\r\n$GPSACP: 120631.999,1234.5678N,00123.4567E,1.0,46.5,3,167.28,0.36,0.19,130724,11\r\n\r\nOK\r\n',
      { latitude: '1234.5678N', fix: 3, nsat: 11, altitude_m: 46.5 },
    ],
    ['AT$GPSACP', '\r\n$GPSACP: ,,,,,1,,,,,\r\n\r\nOK\r\n', { fix: 1, latitude: null }],
  ])
  says([
    [
      'AT#MONI',
      '#MONI: Lab RSRP:-101 RSRQ:-13 TAC:1A2B Id:1 EARFCN:1850 PWR:-68dbm',
      'RSRP -101 dBm',
      'RSRP -101 dBm',
    ],
  ])
})

import { decodeExchange } from '@catalog/decoders/exchange'
import { describe, expect, test } from 'vitest'
import { says } from './rows'

describe('Quectel', () => {
  says([
    [null, '+QIOPEN: 0,565', 'DNS failed', 'DNS 失敗'],
    [
      null,
      '+QIURC: "pdpdeact",1',
      'The network ended context 1',
      'コンテキスト 1 がネットワーク側から切断',
    ],
    [null, '+QMTSTAT: 0,1', 'closed or reset by the other side', '相手側から切断された'],
    [null, '+QMTCONN: 0,0,5', 'not authorized', '認可なし'],
    [null, '+QHTTPGET: 0,200,1024', 'HTTP status 200', 'HTTP ステータス 200'],
    [
      'AT+QHTTPGET=80',
      '\r\nOK\r\n\r\n+QHTTPGET: 702\r\n',
      'Sends an HTTP GET',
      'HTTP GET の送信を行います',
    ],
    [
      'AT+QFUPL="a.pem",1200',
      '\r\nCONNECT\r\n+QFUPL: 1200,3e4a\r\n\r\nOK\r\n',
      'octets 1200',
      'オクテット数 1200',
    ],
    ['AT+QICLOSE=0', '\r\nOK\r\n', 'Closes a socket: socket 0', 'ソケットの切断'],
    [
      'AT+QNWPREFCFG="mode_pref"',
      '\r\n+QNWPREFCFG: "mode_pref",NR5G:LTE\r\n\r\nOK\r\n',
      'mode_pref',
      'mode_pref',
    ],
    [
      'AT+QCAINFO',
      '\r\n+QCAINFO: "PCC",1300,100,"LTE BAND 3",1,7,-95,-12,-65,9\r\n+QCAINFO: "SCC",3350,75,"LTE BAND 7",1,7,-99,-13,-70,4\r\n\r\nOK\r\n',
      'PCC B3 20 MHz (100 RB)',
      'SCC B7 15 MHz (75 RB)',
    ],
    [
      'AT+QENG="servingcell"',
      '\r\n+QENG: "servingcell","NOCONN"\r\n+QENG: "LTE","FDD",001,01,1A2B3C4,7,1300,3,5,5,1F2E,-95,-12,-65,9,11,180,-\r\n+QENG: "NR5G-NSA",001,01,501,-88,17,-11,643296,78,12,1\r\n\r\nOK\r\n',
      'EN-DC (5G NSA): LTE anchor B3 with 5G n78 100 MHz',
      'LTE アンカー B3 と 5G n78 100 MHz',
    ],
  ])

  test('reads the longer LTE row of EM12 and RM5xx by its count of columns', () => {
    const response =
      '+QENG: "LTE","FDD",001,01,1A2B3C4,7,1300,3,5,5,1F2E,-95,-12,-65,9,11,180,-\r\n\r\nOK\r\n'
    const { answer } = decodeExchange({ command: 'AT+QENG="servingcell"', response })
    expect(answer).toMatchObject({ cells: [{ sinr_db: 9, cqi: 11, tx_power: 180, srxlev: null }] })
  })
})

describe('SIMCom, u-blox and Nordic', () => {
  says([
    [null, '+CIPOPEN: 0,11', 'DNS failed', 'DNS 失敗'],
    [
      'AT+CSSLCFG?',
      '\r\n+CSSLCFG: 4,4,0,1,300,"","","",0\r\n\r\nOK\r\n',
      'TLS context 4, version 4 (all), certificate check 0 (none)',
      'TLS コンテキスト 4、バージョン 4（すべて）、証明書の検証 0（なし）',
    ],
    [
      'AT+CSSLCFG?',
      '\r\n+CSSLCFG: 0,3,1,0,120,"ca.pem","","",1\r\n\r\nOK\r\n',
      'CA ca.pem',
      'SNI 1（オン）',
    ],
    [
      'AT+CSSLCFG="authmode",0,1',
      '\r\nOK\r\n',
      'setting authmode, value 0, value 1',
      '項目 authmode',
    ],
    [null, '+CMQTTCONNECT: 0,30', 'bad user name or password', 'ユーザー名・パスワード誤り'],
    [null, '+HTTPACTION: 0,715,0', 'TLS handshake failed', 'TLS ハンドシェイク失敗'],
    [null, '+CGNSSPWR: READY!', 'GNSS is ready', '準備ができました'],
    [null, '*PSUTTZ: 2024,5,6,7,8,9,"+36",0', '07:08:09 UTC, zone +9 h', '時差 +9 h'],
    ['AT+CLTS=1', '\r\nOK\r\n', 'state 1 (on)', '状態 1（オン）'],
    [
      'AT+CAOPEN=0,0,"TCP","a.example",80',
      '\r\n+CAOPEN: 0,20\r\n\r\nOK\r\n',
      'DNS failed',
      'DNS 失敗',
    ],
    [null, '+SHREQ: "GET",200,387', 'HTTP status 200', 'HTTP ステータス 200'],
    [null, '+UUSIMSTAT: 6', 'operational', '動作中'],
    [null, '+UUPSMR: 1', 'entered', '移行'],
    ['AT#XSOCKET=1,1,0', '\r\n#XSOCKET: 0,1,6\r\n\r\nOK\r\n', 'TCP', 'TCP'],
    [null, '#XMQTTEVT: 0,0', 'connected', '接続'],
    [null, '%XMODEMSLEEP: 1,36000', 'PSM', 'PSM'],
  ])
})

import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { reads, says } from './rows'

reads([
  [
    'AT+ECSTATUS',
    '+ECSTATUS: PHY, DlEarfcn:3590, UlEarfcn:0, PCI:112, Band:8, RSRP:-97, RSRQ:-11, SNR:7\r\n+ECSTATUS: RRC, State:"IDLE", TAC:4660, CellId:7654321\r\n+ECSTATUS: EMM, EmmState:"REG", EmmMode:"IDLE"\r\n\r\nOK\r\n',
    {
      earfcn: 3590,
      pci: 112,
      band: '8',
      rsrp_dbm: -97,
      sinr_db: 7,
      rrc_state: 'IDLE',
      emm_state: 'REG',
      tac: 4660,
      ci: 7654321,
    },
  ],
  [
    'AT+SGCELLINFOEX?',
    '+SGCELLINFOEX: CURR_MODE:LTE,MCC:460,MNC:00,BAND:3,RSRQ:-9,RSRP:-91\r\n\r\nOK\r\n',
    { rat: 'LTE', mcc: '460', mnc: '00', band: '3', rsrq_db: -9, rsrp_dbm: -91 },
  ],
  [
    'AT*BAND?',
    '*BAND: 15,0,0,482,149,0,0\r\n\r\nOK\r\n',
    { mode: 15, lte_bands: [1, 3, 5, 8, 34, 38, 39, 40, 41] },
  ],
  [
    'AT#MONIZIP',
    '#MONIZIP: 28601,23,0,855E,CCF3,60,-92,3\r\n\r\nOK\r\n',
    { mcc: '286', mnc: '01', lac: 0x855e, ci: 0xccf3, arfcn: 60, rssi_dbm: -92, ta: 3 },
  ],
  [null, '+CTZV: "25/03/11,09:14:52",+4,1', { tz_quarters: 4, time: '25/03/11,09:14:52' }],
  [null, '+CTZV: +36', { tz_quarters: 36, time: null }],
  ['AT+CEER', '+CEER: "EMM cause",15\r\n\r\nOK\r\n', { reject_cause: 15 }],
  // Pasted without its command it is the answer to AT+CSCON?.
  [null, '+CSCON: 0,1', { n: 0, mode: 1 }],
  [null, '+CSCON: 1,7,4', { mode: 1, state: 7, access: 4 }],
])

says([
  [
    'AT+CEER',
    '+CEER: "EMM cause",15\r\n\r\nOK\r\n',
    'No suitable cells in tracking area',
    'EMM cause, 15',
  ],
  [
    'AT+CEER',
    '+CEER: "ESM cause",33\r\n\r\nOK\r\n',
    'Requested service option not subscribed',
    '契約',
  ],
  ['AT+CBC', '+CBC: 0,85,3912\r\n\r\nOK\r\n', 'Supply 3.912 V, charge 85 %', '残量 85 %'],
  [
    'AT+CGPADDR=1',
    '+CGPADDR: 1,"10.20.30.40","2001:db8::1"\r\n\r\nOK\r\n',
    'Context 1 has an IPv4 and an IPv6 address.',
    'IPv4 と IPv6 アドレス',
  ],
  [null, '+CTZV: "25/03/11,09:14:52",+4,1', 'summer time +1 h', '夏時間 +1 h'],
  [
    'AT*BAND?',
    '*BAND: 5,0,0,0,4,0,0\r\n\r\nOK\r\n',
    'LTE only; LTE bands B3',
    'LTE のみ、LTE バンド：B3',
  ],
  [
    'AT+ECSTATUS',
    '+ECSTATUS: EMM, EmmState:"DEREG", EmmMode:"IDLE"\r\n\r\nOK\r\n',
    'Not attached.',
    '未アタッチ',
  ],
  [
    'AT+USOER',
    '+USOER: 111\r\n\r\nOK\r\n',
    'the server refused the connection',
    'サーバーが接続を拒否',
  ],
  [
    'AT#SD=1,0,80,"a.example"',
    'NO CARRIER\r\n',
    'The socket could not be opened',
    'ソケットを接続できなかった',
  ],
  [
    'AT+MIPCALL=1,"iot.example"',
    'OK\r\n\r\n+MIPCALL: 0\r\n',
    'The internal context is down',
    '内蔵コンテキストがダウン',
  ],
])

test('the card and the cell in named values are marked', () => {
  const line = '+ECSTATUS: CCM, Cfun:1, IMSI:"999700000000001"'
  const { secrets } = knowledge.line(line, { command: 'AT+ECSTATUS' }) ?? {}
  expect(secrets?.map(({ kind, start, end }) => [kind, line.slice(start, end)])).toEqual([
    ['imsi', '999700000000001'],
  ])
})

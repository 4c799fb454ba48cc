import { decodeExchange } from '@catalog/decoders/exchange'
import { describe, expect, test } from 'vitest'
import { reads } from './rows'

describe('signal and cell', () => {
  reads([
    [
      'AT+CPSI?',
      '+CPSI: LTE,Online,460-11,0x5A1E,187214780,257,EUTRAN-BAND3,1850,5,5,-103,-998,-722,13\r\n\r\nOK\r\n',
      {
        mode: 'LTE',
        op_mode: 'Online',
        mcc: '460',
        mnc: '11',
        tac: 23070,
        cell_id: 187214780,
        pci: 257,
        band: 'EUTRAN-BAND3',
        earfcn: 1850,
        dl_bw: 5,
        ul_bw: 5,
        rsrq_db: -10.3,
        rsrp_dbm: -99.8,
        rssi_dbm: -72.2,
        sinr_db: 13,
        scale: 'tenths',
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,-13,-94,-81,3\r\n\r\nOK\r\n',
      {
        mode: 'LTE',
        op_mode: 'Online',
        mcc: '440',
        mnc: '10',
        tac: 5784,
        cell_id: 39683652,
        pci: 181,
        band: 'EUTRAN-BAND28',
        earfcn: 9510,
        dl_bw: 3,
        ul_bw: 3,
        rsrq_db: -13,
        rsrp_dbm: -94,
        rssi_dbm: -81,
        sinr_db: 3,
        scale: 'db',
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: LTE,Online,000-00,0x0000,0,0,EUTRAN-BAND0,4294967295,0,0,0,0,0,0\r\n\r\nOK\r\n',
      {
        mode: 'LTE',
        op_mode: 'Online',
        earfcn: null,
        band: null,
        rsrq_db: null,
        rsrp_dbm: null,
        rssi_dbm: null,
        sinr_db: null,
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: WCDMA,Online,505-01,0x0152,14302219,WCDMA 850,214,4436,0,12.5,83,23,36,500\r\n\r\nOK\r\n',
      {
        mode: 'WCDMA',
        op_mode: 'Online',
        mcc: '505',
        mnc: '01',
        lac: 338,
        cell_id: 14302219,
        band: 'WCDMA 850',
        psc: 214,
        uarfcn: 4436,
        ecio_db: -12.5,
        rscp_dbm: -83,
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: GSM,Online,460-00,0x182d,12401,27 EGSM 900,-64,2110,42-42\r\n\r\nOK\r\n',
      {
        mode: 'GSM',
        op_mode: 'Online',
        mcc: '460',
        mnc: '00',
        lac: 6189,
        cell_id: 12401,
        arfcn: 27,
        rxlev_dbm: -64,
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: NO SERVICE,Online\r\n\r\nOK\r\n',
      { mode: 'NO SERVICE', op_mode: 'Online' },
    ],
    [
      'AT+CSQ',
      '+CREG: 5\r\nRING\r\n+CSQ: 20,99\r\n\r\nOK\r\n',
      { rssi: 20, ber: 99, rssi_dbm: -73 },
    ],
    [
      'AT+CSQ=?',
      '+CSQ: (0-31,99),(0-7,99)\r\n\r\nOK\r\n',
      {
        rssi_values: [
          0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
          25, 26, 27, 28, 29, 30, 31, 99,
        ],
        ber_values: [0, 1, 2, 3, 4, 5, 6, 7, 99],
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: NR5G_SA,Online,460-11,0x9B5201,51539607553,55,NR5G_BAND78,627264,-650,-110,150\r\n\r\nOK\r\n',
      {
        mode: 'NR5G_SA',
        op_mode: 'Online',
        mcc: '460',
        mnc: '11',
        tac: 10179073,
        cell_id: 51539607553,
        pci: 55,
        band: 'NR5G_BAND78',
        earfcn: 627264,
        rsrp_dbm: -65,
        rsrq_db: -11,
        sinr_db: 15,
        scale: 'tenths',
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: LTE CAT-M1,Online,440-10,0x1698,39683652,181,EUTRAN-BAND19,6100,3,3,-10,-85,-60,12\r\n\r\nOK\r\n',
      {
        mode: 'LTE CAT-M1',
        op_mode: 'Online',
        mcc: '440',
        mnc: '10',
        tac: 5784,
        cell_id: 39683652,
        pci: 181,
        band: 'EUTRAN-BAND19',
        earfcn: 6100,
        dl_bw: 3,
        ul_bw: 3,
        rsrq_db: -10,
        rsrp_dbm: -85,
        rssi_dbm: -60,
        sinr_db: 12,
        scale: 'db',
      },
    ],
    [
      'AT+CPSI?',
      '+CPSI: NO SERVICE, Low Power Mode\r\n\r\nOK\r\n',
      { mode: 'NO SERVICE', op_mode: 'Low Power Mode' },
    ],
    ['at+csq', 'AT+CSQ\r\r\n+CSQ: 31,0\r\n\r\nOK\r\n', { rssi: 31, ber: 0, rssi_dbm: -51 }],
  ])
})

test.each([
  ['20,261,41,3', ['rsrp'], { rsrq_db: -10, rsrp_dbm: null, rssi_dbm: -69, sinr_db: 3 }],
  ['200,61,41,3', ['rsrq'], { rsrq_db: null, rsrp_dbm: -79, rssi_dbm: -69, sinr_db: 3 }],
  ['-10,-190,-69,3', ['rsrp'], { rsrq_db: -10, rsrp_dbm: null, rssi_dbm: -69, sinr_db: 3 }],
])('a level of +CPSI that no receiver measures is out of range: %s', (tail, outside, facts) => {
  const line = `+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,${tail}`
  const { answer, words } = decodeExchange({ command: 'AT+CPSI?', response: `${line}\r\nOK` })
  expect(answer).toMatchObject({ ...facts, out_of_range: outside })
  expect(words.en).toContain('Out of range')
  expect(words.ja).toContain('範囲外')
})

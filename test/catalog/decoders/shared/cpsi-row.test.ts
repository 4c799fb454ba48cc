import { readCpsi } from '@catalog/decoders/shared/cpsi-row'
import { describe, expect, test } from 'vitest'
import { readRow } from './read-row'

describe('+CPSI', () => {
  const place = { op_mode: 'Online', mcc: '440', mnc: '10', tac: 0x1698, cell_id: 39_683_652 }
  const marked = ['cell 0x1698', 'cell 39683652']
  const cell = { pci: 181, band: 'B28', earfcn: 9510, dl_bw: 3, ul_bw: 4 }
  const head = 'Online,440-10,0x1698,39683652,181,B28,9510,3,4'

  test.each<[string, object, string[], string[]?]>([
    ['', {}, [], ['expected a system mode']],
    ['NO SERVICE,Online', { mode: 'NO SERVICE', op_mode: 'Online' }, []],
    ['NOSERVICE,Online,440-10', { mode: 'NOSERVICE', op_mode: 'Online' }, []],
    ['no service,Online,440-10', { mode: 'no service', op_mode: 'Online' }, []],
    ['WIFI,Online', { mode: 'WIFI', op_mode: 'Online' }, []],
    ['WIFI,Online,440-10', { mode: 'WIFI', op_mode: 'Online', mcc: '440', mnc: '10' }, []],
    [
      'WIFI,Online,440-1',
      { mode: 'WIFI', op_mode: 'Online' },
      [],
      ['expected an operator such as 440-10'],
    ],
    [
      'WIFI,Online,440-1000',
      { mode: 'WIFI', op_mode: 'Online' },
      [],
      ['expected an operator such as 440-10'],
    ],
    [
      'WIFI,Online,x440-10',
      { mode: 'WIFI', op_mode: 'Online' },
      [],
      ['expected an operator such as 440-10'],
    ],
    ['WIFI,Online,240-XX', { mode: 'WIFI', op_mode: 'Online', mcc: '240' }, []],
    ['WIFI,Online,240-***', { mode: 'WIFI', op_mode: 'Online', mcc: '240' }, []],
    [
      `LTE,${head},-13,-94,-81,3`,
      {
        mode: 'LTE',
        ...place,
        ...cell,
        rsrq_db: -13,
        rsrp_dbm: -94,
        rssi_dbm: -81,
        sinr_db: 3,
        scale: 'db',
      },
      marked,
    ],
    [
      `emtc,${head},-103,-998,-722,13`,
      {
        mode: 'emtc',
        ...place,
        ...cell,
        rsrq_db: -10.3,
        rsrp_dbm: -99.8,
        rssi_dbm: -72.2,
        sinr_db: 13,
        scale: 'tenths',
      },
      marked,
    ],
    [
      `CAT-M1,${head},20,61,41,3`,
      {
        mode: 'CAT-M1',
        ...place,
        ...cell,
        rsrq_db: -10,
        rsrp_dbm: -79,
        rssi_dbm: -69,
        sinr_db: 3,
        scale: 'index',
      },
      marked,
    ],
    [
      `NB-IOT,${head},255,61,255,255`,
      {
        mode: 'NB-IOT',
        ...place,
        ...cell,
        rsrq_db: null,
        rsrp_dbm: -79,
        rssi_dbm: null,
        sinr_db: null,
        scale: 'index',
      },
      marked,
    ],
    [
      `LTE,${head},-32768,-94,-32767,-20`,
      {
        mode: 'LTE',
        ...place,
        ...cell,
        rsrq_db: null,
        rsrp_dbm: null,
        rssi_dbm: null,
        sinr_db: -20,
        scale: 'tenths',
        out_of_range: ['rsrp'],
      },
      marked,
    ],
    [`LTE,${head}`, { mode: 'LTE', ...place, ...cell }, marked],
    [`LTE,${head},-13`, { mode: 'LTE', ...place, ...cell }, marked],
  ])('%s', (line, facts, marks, problems = []) => {
    expect(readRow(readCpsi, line)).toEqual({ facts, marked: marks, problems })
  })

  test.each<[string, string, object]>([
    ['an RSRP of 0', '20,0,41,3', { scale: 'index', rsrp_dbm: -140 }],
    ['a negative RSRQ', '-1,61,41,3', { scale: 'db', out_of_range: ['rsrp', 'rssi'] }],
    ['a negative RSSI', '20,61,-1,3', { scale: 'db', out_of_range: ['rsrq', 'rsrp', 'rssi'] }],
    ['RSRQ and RSSI of 0', '0,61,0,3', { scale: 'index', rsrq_db: -20, rssi_dbm: -110 }],
    ['an RSRP of -200', '-10,-200,-60,3', { scale: 'db', out_of_range: ['rsrp'] }],
    [
      'an RSRP of -201',
      '-10,-201,-60,3',
      { scale: 'tenths', rsrq_db: -1, out_of_range: ['rsrp', 'rssi'] },
    ],
    ['an RSRQ of -40', '-40,-94,-60,3', { scale: 'db', out_of_range: ['rsrq'] }],
    [
      'an RSRQ of -41',
      '-41,-94,-60,3',
      { scale: 'tenths', rsrq_db: -4.1, out_of_range: ['rsrp', 'rssi'] },
    ],
    ['an RSRQ that is not there', ',-94,-60,3', { scale: 'db', rsrq_db: null, rsrp_dbm: -94 }],
    ['neither RSRQ nor RSSI', ',61,,3', { scale: 'index', rsrq_db: null, rssi_dbm: null }],
    ['-34 and 3 dB of RSRQ', '-34,-94,-60,3', { rsrq_db: -34 }],
    ['below', '-34.1,-94,-60,3', { rsrq_db: null, out_of_range: ['rsrq'] }],
    ['the best RSRQ', '3,-94,-60,3', { rsrq_db: 3 }],
    ['above', '3.1,-94,-60,3', { rsrq_db: null, out_of_range: ['rsrq'] }],
    ['the least RSRP', '-10,-156,-60,3', { rsrp_dbm: -156 }],
    ['less', '-10,-157,-60,3', { rsrp_dbm: null, out_of_range: ['rsrp'] }],
    ['the most RSRP', '-10,-30,-60,3', { rsrp_dbm: -30 }],
    ['more', '-10,-29,-60,3', { rsrp_dbm: null, out_of_range: ['rsrp'] }],
    ['the least RSSI', '-10,-94,-130,3', { rssi_dbm: -130 }],
    ['less of it', '-10,-94,-131,3', { rssi_dbm: null, out_of_range: ['rssi'] }],
    ['the most RSSI', '-10,-94,-10,3', { rssi_dbm: -10 }],
    ['more of it', '-10,-94,-9,3', { rssi_dbm: null, out_of_range: ['rssi'] }],
    ['the least SINR', '-10,-94,-60,-40', { sinr_db: -40 }],
    ['less SINR', '-10,-94,-60,-41', { sinr_db: null, out_of_range: ['sinr'] }],
    ['the most SINR', '-10,-94,-60,60', { sinr_db: 60 }],
    ['more SINR', '-10,-94,-60,61', { sinr_db: null, out_of_range: ['sinr'] }],
    ['255 of a SINR in dB', '-10,-94,-60,255', { sinr_db: null, out_of_range: ['sinr'] }],
    ['no SINR', '-10,-94,-60', { sinr_db: null }],
    ['several', '-50,-194,-60,99', { out_of_range: ['rsrp', 'rssi', 'sinr'], scale: 'tenths' }],
    ['nothing measured', '-10,-94,32767,3', { rssi_dbm: null }],
  ])('%s', (_what, levels, expected) => {
    const { facts } = readRow(readCpsi, `LTE,${head},${levels}`)
    expect(facts).toMatchObject(expected)
    if (!('out_of_range' in expected)) expect(facts['out_of_range']).toBeUndefined()
  })

  test.each([
    `LTE,Online,440-10,0x1698,39683652,181,BAND0,9510,3,4,-13,-94,-81,3`,
    `LTE,Online,440-10,0x1698,39683652,181,band0,9510,3,4,-13,-94,-81,3`,
    `LTE,Online,440-10,0x1698,39683652,181,B28,4294967295,3,4,-13,-94,-81,3`,
  ])('%s knows no cell yet', (line) => {
    expect(readRow(readCpsi, line)).toEqual({
      facts: {
        mode: 'LTE',
        op_mode: 'Online',
        earfcn: null,
        band: null,
        rsrq_db: null,
        rsrp_dbm: null,
        rssi_dbm: null,
        sinr_db: null,
      },
      marked: [],
      problems: [],
    })
  })

  test.each<[string, object, string[]]>([
    [
      'NR5G_SA,Online,440-10,0x1698,39683652,500,NR5G_BAND78,636666,-960,-120,235',
      {
        mode: 'NR5G_SA',
        ...place,
        pci: 500,
        band: 'NR5G_BAND78',
        earfcn: 636_666,
        rsrp_dbm: -96,
        rsrq_db: -12,
        sinr_db: 23.5,
        scale: 'tenths',
      },
      marked,
    ],
    [
      'NR5G_SA,Online,440-10,0x1698,39683652,500,NR5G_BAND78,636666,-156,-11,14',
      {
        mode: 'NR5G_SA',
        ...place,
        pci: 500,
        band: 'NR5G_BAND78',
        earfcn: 636_666,
        rsrp_dbm: -156,
        rsrq_db: -11,
        sinr_db: 14,
        scale: 'db',
      },
      marked,
    ],
    [
      'NR5G_SA,Online,440-10,0x1698,39683652,500,NR5G_BAND78,636666,-157,-32768,14',
      {
        mode: 'NR5G_SA',
        ...place,
        pci: 500,
        band: 'NR5G_BAND78',
        earfcn: 636_666,
        rsrp_dbm: -15.7,
        rsrq_db: null,
        sinr_db: 1.4,
        scale: 'tenths',
      },
      marked,
    ],
    [
      'NR5G_SA,Online,440-10,0x1698,39683652,500,NR5G_BAND78,636666',
      {
        mode: 'NR5G_SA',
        ...place,
        pci: 500,
        band: 'NR5G_BAND78',
        earfcn: 636_666,
        rsrp_dbm: null,
        rsrq_db: null,
        sinr_db: null,
        scale: 'tenths',
      },
      marked,
    ],
    [
      'NR5G_NSA,501,NR5G_BAND78,627264,-650,-110,150',
      {
        mode: 'NR5G_NSA',
        pci: 501,
        band: 'NR5G_BAND78',
        earfcn: 627_264,
        rsrp_dbm: -65,
        rsrq_db: -11,
        sinr_db: 15,
        scale: 'tenths',
      },
      [],
    ],
    [
      'WCDMA,Online,505-01,0x0152,14302219,WCDMA 850,214,4436,0,12.5,-83,23',
      {
        mode: 'WCDMA',
        op_mode: 'Online',
        mcc: '505',
        mnc: '01',
        lac: 0x152,
        cell_id: 14_302_219,
        band: 'WCDMA 850',
        psc: 214,
        uarfcn: 4436,
        ecio_db: -12.5,
        rscp_dbm: -83,
      },
      ['cell 0x0152', 'cell 14302219'],
    ],
    [
      'TDS,Online,505-01,0x0152,14302219,B34,214,4436,0,0,',
      {
        mode: 'TDS',
        op_mode: 'Online',
        mcc: '505',
        mnc: '01',
        lac: 0x152,
        cell_id: 14_302_219,
        band: 'B34',
        psc: 214,
        uarfcn: 4436,
        ecio_db: 0,
        rscp_dbm: null,
      },
      ['cell 0x0152', 'cell 14302219'],
    ],
    [
      'GSM,Online,460-00,0x182d,12401,27 EGSM 900,-64,2110,42-42',
      {
        mode: 'GSM',
        op_mode: 'Online',
        mcc: '460',
        mnc: '00',
        lac: 0x182d,
        cell_id: 12_401,
        arfcn: 27,
        rxlev_dbm: -64,
      },
      ['cell 0x182d', 'cell 12401'],
    ],
    [
      'EDGE,Online,460-00,0x182d,12401,EGSM 900,64',
      {
        mode: 'EDGE',
        op_mode: 'Online',
        mcc: '460',
        mnc: '00',
        lac: 0x182d,
        cell_id: 12_401,
        arfcn: null,
        rxlev_dbm: -64,
      },
      ['cell 0x182d', 'cell 12401'],
    ],
  ])('%s', (line, facts, marks) => {
    expect(readRow(readCpsi, line)).toEqual({ facts, marked: marks, problems: [] })
  })

  test.each<[string, string]>([
    ['LTE,O,440-10,x,1,2,B', 'tac is "x", not hex'],
    ['LTE,O,440-10,1,x,2,B', 'cell_id is "x", not a whole number'],
    ['LTE,O,440-10,1,1,x,B', 'pci is "x", not a whole number'],
    ['LTE,O,440-10,1,1,2,B,x', 'earfcn is "x", not a whole number'],
    ['LTE,O,440-10,1,1,2,B,3,x', 'dl_bw is "x", not a whole number'],
    ['LTE,O,440-10,1,1,2,B,3,4,x', 'ul_bw is "x", not a whole number'],
    ['LTE,O,440-10,1,1,2,B,3,4,5,x', 'rsrq is "x", not a number'],
    ['LTE,O,440-10,1,1,2,B,3,4,5,6,x', 'rsrp is "x", not a number'],
    ['LTE,O,440-10,1,1,2,B,3,4,5,6,-7,x', 'rssi is "x", not a number'],
    ['LTE,O,440-10,1,1,2,B,3,4,5,6,-7,8,x', 'sinr is "x", not a number'],
    ['NR5G_SA,O,440-10,1,1,x', 'pci is "x", not a whole number'],
    ['NR5G_SA,O,440-10,1,1,2,B,x', 'earfcn is "x", not a whole number'],
    ['NR5G_SA,O,440-10,1,1,2,B,3,x', 'rsrp is "x", not a number'],
    ['NR5G_SA,O,440-10,1,1,2,B,3,-4,x', 'rsrq is "x", not a number'],
    ['NR5G_SA,O,440-10,1,1,2,B,3,-4,5,x', 'sinr is "x", not a number'],
    ['NR5G_NSA,x,NR5G_BAND78', 'pci is "x", not a whole number'],
    ['NR5G_NSA,1,NR5G_BAND78,x', 'earfcn is "x", not a whole number'],
    ['WCDMA,O,440-10,x', 'lac is "x", not hex'],
    ['WCDMA,O,440-10,1,1,B,x', 'psc is "x", not a whole number'],
    ['WCDMA,O,440-10,1,1,B,2,x', 'uarfcn is "x", not a whole number'],
    ['WCDMA,O,440-10,1,1,B,2,3,0,x', 'ecio is "x", not a number'],
    ['WCDMA,O,440-10,1,1,B,2,3,0,1,x', 'rscp is "x", not a number'],
    ['GSM,O,440-10,1,1,B,x', 'rxlev is "x", not a number'],
  ])('%s cannot be read: %s', (line, problem) => {
    expect(readRow(readCpsi, line).problems).toContain(problem)
  })
})

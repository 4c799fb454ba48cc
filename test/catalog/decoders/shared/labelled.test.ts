import { identityText, unquoted } from '@catalog/decoders/shared/identity'
import { labelled } from '@catalog/decoders/shared/labelled'
import { aroundLetters, fixOf } from '@catalog/decoders/shared/place'
import { Row } from '@core/at/row'
import { expect, test } from 'vitest'
import { readRow } from './read-row'

test.each<[string[], object]>([
  [['Mode:  LTE\tBand: B3'], { mode: 'LTE', band: 'B3' }],
  [['Mode:  LTE   Band: B3'], { mode: 'LTE', band: 'B3' }],
  [['EMM state: REGISTERED       NORMAL SERVICE'], { emm_state: 'REGISTERED, NORMAL SERVICE' }],
  [['EMM state:       NORMAL SERVICE'], { emm_state: 'NORMAL SERVICE' }],
  [['loose\tBand: B3'], { band: 'B3' }],
  [['RSRP (dBm):  -81'], { rsrp_dbm: -81 }],
  [['PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81'], { pcc_rxm_rssi: -45, pcc_rxm_rsrp_dbm: -81 }],
  [['PCC RxD RSSI:  -45\t\tRSRP (dBm):  -81'], { pcc_rxd_rssi: -45, pcc_rxd_rsrp_dbm: -81 }],
  [['SCC RxD RSSI:  -45\t\tBand: 3'], { scc_rxd_rssi: -45, band: 3 }],
  [['Current Time: 5 Temperature: 31'], { current_time: 5, temperature: 31 }],
  [['A: 1 PS state: on'], { a: 1, ps_state: 'on' }],
  [['A: 1 other: 2'], { a: '1 other: 2' }],
  [['A: --\tB: \tC: 1.5\tD: -12\tE: 1.5.2'], { c: 1.5, d: -12, e: '1.5.2' }],
  [['TAC:  1F2E (7982)\tCell ID: 00A1 (161)'], { tac: 0x1f2e, cell_id: 0xa1 }],
  [['LAC: 1F2E(7982)'], { lac: 0x1f2e }],
  [['TAC: none'], { tac: 'none' }],
  [['TAC: 12'], { tac: '12' }],
  [['A: 1', 'A: 2\tB: 3'], { a: 1, b: 3 }],
  [['TAC: 1 (1)', 'TAC: 2 (2)'], { tac: 1 }],
  [['(A): 1'], {}],
  [['Tx Power/dB: 3'], { tx_power_db: 3 }],
])('%j', (lines, facts) => {
  expect(labelled(lines.map((line) => new Row(line)))).toEqual(facts)
})

test('an area and a cell are marked, and of a long line only the beginning is read', () => {
  const line = 'TAC:  1F2E (7982)\tBand: 3'
  const row = new Row(line)
  labelled([row])
  expect(row.secrets.map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`)).toEqual([
    'cell 1F2E (7982)',
  ])
  expect(labelled([new Row(`A: ${'x'.repeat(396)}y`)])).toEqual({ a: 'x'.repeat(396) + 'y' })
  expect(labelled([new Row(`A: ${'x'.repeat(397)}y`)])).toEqual({ a: 'x'.repeat(397) })
})

test.each<[string[], string | null]>([
  [['SIMCOM'], 'SIMCOM'],
  [['"SIMCOM"'], 'SIMCOM'],
  [['" SIM COM "'], 'SIM COM'],
  [['Manufacturer: SIMCOM'], 'SIMCOM'],
  [['model :A7672'], 'A7672'],
  [['Revision: 1', '', '2'], '1\n2'],
  [['Serial: 1'], 'Serial: 1'],
  [['x Model: 1'], 'x Model: 1'],
  [['"WCDMA","LTE","MODEL=X1"'], 'X1'],
  [['"WCDMA" , "LTE"'], 'WCDMA, LTE'],
  [['', ' '], null],
  [[], null],
])('%j is the model %j', (lines, model) => {
  expect(identityText('model')(lines.map((line) => new Row(line)))).toEqual({ model })
})

test.each([
  ['"a"', 'a'],
  ['""', ''],
  ['"', '"'],
  ['"a', '"a'],
  ['a"', 'a"'],
  [' a ', 'a'],
])('%j without its quotes is %j', (text, bare) => {
  expect(unquoted(text)).toBe(bare)
})

test('a fix in eleven columns', () => {
  expect(readRow(fixOf, '104015.00,3113.33N,12121.26E,1.2,62.2,3,84.4,10.2,5.5,311225,7')).toEqual({
    facts: {
      utc: '104015.00',
      latitude: '3113.33N',
      longitude: '12121.26E',
      hdop: 1.2,
      altitude_m: 62.2,
      fix: 3,
      course: '84.4',
      speed_kmh: 10.2,
      speed_knots: 5.5,
      date: '311225',
      nsat: 7,
    },
    marked: ['position 3113.33N', 'position 12121.26E'],
    problems: [],
  })
  expect(readRow(fixOf, 'a,b,c,x,x,x,g,x,x,j,x').problems).toEqual([
    'hdop is "x", not a number',
    'altitude is "x", not a number',
    'fix is "x", not a whole number',
    'speed is "x", not a number',
    'speed is "x", not a number',
    'nsat is "x", not a whole number',
  ])
})

test('a fix around its letters', () => {
  const columns = {
    fix: true,
    latitude: '31.2',
    latitude_side: 'N',
    longitude: '121.4',
    longitude_side: 'E',
    date: '311225',
    utc: '104015.0',
    altitude_m: 62.2,
    speed: 1.5,
    course: 84.4,
    pdop: 1.1,
    hdop: 1.2,
    vdop: 1.3,
  }
  for (const counts of ['2,09,05,', '3,'])
    expect(
      readRow(aroundLetters, `${counts}31.2,N,121.4,E,311225,104015.0,62.2,1.5,84.4,1.1,1.2,1.3`),
    ).toEqual({
      facts: columns,
      marked: ['position 31.2', 'position 121.4'],
      problems: [],
    })
  expect(readRow(aroundLetters, '31.2,S,121.4,W').facts).toMatchObject({ latitude_side: 'S' })
  for (const none of [',,,,', 'N,1', '1,NS,2'])
    expect(readRow(aroundLetters, none)).toEqual({
      facts: { fix: false },
      marked: [],
      problems: [],
    })
  expect(readRow(aroundLetters, '1,N,2,E,d,t,x,x,x,x,x,x').problems).toEqual(
    ['altitude', 'speed', 'course', 'pdop', 'hdop', 'vdop'].map(
      (name) => `${name} is "x", not a number`,
    ),
  )
})

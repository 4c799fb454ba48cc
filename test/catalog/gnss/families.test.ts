import { describe, expect, test } from 'vitest'
import { gnssFamilies } from '@catalog/gnss'

const family = (id: string) => {
  const found = gnssFamilies.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

test.each([
  ['Model: SIM7672JP-MNGV', 'simcom-a76'],
  ['A7670SA-FASE', 'simcom-a76'],
  ['SIMCOM_SIM7600JC-H', 'sim7600'],
  ['SIMCOM_SIM5320J', 'sim7600'],
  ['SIM7070G R1951', 'sim7070'],
  ['Quectel\nBG95-M3', 'quectel'],
  ['u-blox\nSARA-R510M8S', 'u-blox'],
  ['Nordic Semiconductor ASA\nnRF9160-SICA', 'nordic'],
  ['Telit\nME310G1-WW', 'telit'],
])('%j is of one family alone, unless its firmware tells more', (identity, id) => {
  const mine = gnssFamilies.filter((one) => one.matches(identity) && one.tells === undefined)
  expect(mine.map((one) => one.id)).toEqual([id])
})

test.each([
  ['nordic-assisted', '#XGPS: (0,1),(0,1),<interval>,<timeout>', true],
  ['nordic-assisted', '#XGPS: (0,1),<interval>,<timeout>', false],
  ['nordic-serial-modem', '#XSMVER: "1.0.0","3.1.0"', true],
])('%s: %s', (id, line, told) => {
  expect(family(id).tells?.answer.test(line)).toBe(told)
})

describe.each([
  [
    'simcom-a76',
    '+CGNSSINFO: 2,09,05,00,3113.330650,N,12121.262554,E,131117,091918.0,32.9,10.0,255.0,1.1,0.8,0.7',
    {
      latitude: 31.2221775,
      longitude: 121.3543759,
      speedKmh: 18.52,
      fix: 2,
      pdop: 1.1,
      hdop: 0.8,
      vdop: 0.7,
    },
  ],
  [
    'simcom-a76',
    '+CGNSSINFO: 3,09,,05,00,31.2221771,N,121.3543793,E,131117,091918.00,32.9,0.0,,1.1,0.8,0.7,14',
    { latitude: 31.2221771, longitude: 121.3543793, course: null, used: 14, fix: 3 },
  ],
  ['simcom-a76', '+CGNSSINFO: ,,,,,,,,', null],
  [
    'sim7600',
    '+CGPSINFO: 3113.343286,S,12121.234064,W,250311,072809.3,44.1,0.0,0',
    {
      latitude: -31.2223881,
      longitude: -121.3539011,
      utc: '2011-03-25T07:28:09.300Z',
      altitudeM: 44.1,
      hdop: null,
    },
  ],
  ['sim7600', '+CGPSINFO: ,,,,,,,,', null],
  [
    'sim7070',
    '+CGNSINF: 1,1,20240626074838.000,22.570777,113.887168,155.727,3.60,65.8,1,,2.8,3.0,1.0,,7,4,5,,47,,',
    {
      latitude: 22.570777,
      longitude: 113.887168,
      altitudeM: 155.727,
      speedKmh: 3.6,
      course: 65.8,
      hdop: 2.8,
      pdop: 3,
      vdop: 1,
      used: 4,
      utc: '2024-06-26T07:48:38.000Z',
    },
  ],
  ['sim7070', '+CGNSINF: 1,0,19800109075159.000,,,,0.00,0.0,0,,,,,,3,0,2,,44,,', null],
  [
    'quectel',
    '+QGPSLOC: 061951.000,31.15487,-121.39112,0.7,62.2,2,105.0,1.5,0.8,110513,09',
    {
      latitude: 31.15487,
      longitude: -121.39112,
      hdop: 0.7,
      fix: 2,
      speedKmh: 1.5,
      used: 9,
      utc: '2013-05-11T06:19:51.000Z',
    },
  ],
  ['quectel', '+CME ERROR: 516', null],
  ['quectel', '+CME ERROR: Not fixed now', null],
  ['quectel', '+CME ERROR: 505', undefined],
  [
    'u-blox',
    '+UGRMC: 1,$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A',
    { latitude: 48.1173, longitude: 11.5166667, speedKmh: 41.48 },
  ],
  ['u-blox', '+UGRMC: 1,$GPRMC,,V,,,,,,,,,,N*53', null],
  [
    'telit',
    '$GPSACP: 080220.479,4542.82691N,01344.26820E,2.1,259.07,3,98.5,1.2,0.6,270705,09',
    {
      latitude: 45.7137818,
      longitude: 13.73780333,
      fix: 3,
      hdop: 2.1,
      altitudeM: 259.07,
      used: 9,
      utc: '2005-07-27T08:02:20.479Z',
    },
  ],
  ['telit', '$GPSACP: ,,,,,1,,,,,', null],
] as const)('%s', (id, line, expected) => {
  test(line, () => {
    const answers = family(id).position.map((question) => question.read([line]))
    const answer = answers.find((one) => one !== undefined)
    if (expected === null || expected === undefined) expect(answer).toBe(expected)
    else
      for (const [name, value] of Object.entries(expected)) {
        const seen = answer?.[name as keyof typeof answer]
        if (typeof value === 'number') expect(seen, name).toBeCloseTo(value, 5)
        else expect(seen, name).toBe(value)
      }
  })
})

test('a position of a Nordic modem comes by itself', () => {
  const { heard } = family('nordic')
  const line =
    '#XGPS: 35.457576,139.625090,121.473785,22.199919,0.442868,12.500000,"2021-06-02 05:21:31"'
  expect(heard?.(line)).toMatchObject({
    latitude: 35.457576,
    longitude: 139.62509,
    speedKmh: 1.59,
    course: 12.5,
    utc: '2021-06-02T05:21:31.000Z',
  })
  expect(heard?.('#XGPS: 1,1')).toBeUndefined()
})

test.each([
  ['simcom-a76', '+CGNSSPWR: 1,0', true],
  ['sim7600', '+CGPS: 0,1', false],
  ['sim7070', '+CGNSPWR: 1', true],
  ['quectel', '+QGPS: 0', false],
  ['u-blox', '+UGPS: 1,0,3', true],
  ['nordic-serial-modem', '#XGNSS: 1,4', true],
  ['nordic-serial-modem', '#XGNSS: 0,0', false],
  ['nordic', '#XGPS: 1,0', false],
  ['nordic', '#XGPS: 1,1', true],
  ['telit', '$GPSP: 1', true],
  ['telit', 'something else', undefined],
])('%s: %j says that it is on: %s', (id, line, on) => {
  expect(family(id).power.read([line])).toBe(on)
})

test('how long assistance data are good is told', () => {
  const read = (line: string) => family('quectel').assisted?.read([line])?.en
  expect(read('+QGPSXTRADATA: 10080,"2023/06/24,19:00:00"')).toBe(
    'assistance data valid for 168 h from 2023/06/24 19:00:00 (UTC)',
  )
  expect(read('+QGPSXTRADATA: 0,"1980/01/05,19:00:00"')).toBe('no assistance data')
})

import { nmeaShape, readNmea } from '@catalog/decoders/shared/nmea-row'
import { nmeaSum } from '@core/gnss/nmea'
import { describe, expect, test } from 'vitest'
import { readRow } from './read-row'

const at = { latitude: 35.6833333, longitude: 139.7666667 }
const nowhere = { latitude: null, longitude: null }
const north = '3541.0,N,13946.0,E'
const marked = ['position 3541.0', 'position 13946.0']

describe('a sentence', () => {
  test.each<[string, object, string[]]>([
    [
      `RMC,101112.00,A,${north},10.0,84.4,060524,,,A`,
      { valid: true, ...at, utc: '2024-05-06T10:11:12.000Z', speed_kmh: 18.52, course: 84.4 },
      marked,
    ],
    [
      'RMC,,V,,,,,,,,,,N',
      { valid: false, ...nowhere, utc: null, speed_kmh: null, course: null },
      [],
    ],
    [
      `GGA,101112.00,${north},1,08,0.9,545.4,M,46.9,M,,`,
      {
        valid: true,
        ...at,
        utc_time: '101112.00',
        quality: 1,
        used: 8,
        hdop: 0.9,
        altitude_m: 545.4,
      },
      marked,
    ],
    [
      'GGA,,,,,,0,,,,,,,,',
      {
        valid: false,
        ...nowhere,
        utc_time: null,
        quality: 0,
        used: null,
        hdop: null,
        altitude_m: null,
      },
      [],
    ],
    [
      'GGA,,,,,,,,,,,,,,',
      {
        valid: false,
        ...nowhere,
        utc_time: null,
        quality: null,
        used: null,
        hdop: null,
        altitude_m: null,
      },
      [],
    ],
    [
      `GNS,101112.00,${north},AN,12,0.7,40.1,,,`,
      {
        valid: true,
        ...at,
        utc_time: '101112.00',
        mode: 'AN',
        used: 12,
        hdop: 0.7,
        altitude_m: 40.1,
      },
      marked,
    ],
    [
      'GNS,,,,,,NN,0,99.9,,,,',
      {
        valid: false,
        ...nowhere,
        utc_time: null,
        mode: 'NN',
        used: 0,
        hdop: 99.9,
        altitude_m: null,
      },
      [],
    ],
    [
      'GNS,,,,,,,0,99.9,,,,',
      { valid: false, ...nowhere, utc_time: null, mode: '', used: 0, hdop: 99.9, altitude_m: null },
      [],
    ],
    [`GLL,${north},101112.00,A,A`, { valid: true, ...at, utc_time: '101112.00' }, marked],
    ['GLL,,,,,,V,N', { valid: false, ...nowhere, utc_time: null }, []],
    ['VTG,054.7,T,034.4,M,005.5,N,010.2,K', { course: 54.7, speed_kmh: 10.2 }, []],
    ['VTG,,T,,M,,N,,K', { course: null, speed_kmh: null }, []],
    ['ZDA,101112.00,6,5,2024,00,00', { utc: '2024-05-06T10:11:12.000Z' }, []],
    ['ZDA,,,,,,', { utc: null }, []],
    ['TXT,01,01,02,ANT OK', { text: 'ANT OK' }, []],
    ['TXT,01,01,02,', { text: null }, []],
    ['XXX,1,2', {}, []],
  ])('%s', (body, facts, marks) => {
    const head = { talker: 'GN', type: body.slice(0, 3) }
    expect(readRow(readNmea, `$GN${body}`)).toEqual({
      facts: { ...head, ...facts },
      marked: marks,
      problems: [],
    })
    const summed = `$GN${body}*${nmeaSum(`GN${body}`)}`
    expect(readRow(readNmea, summed)).toEqual({
      facts: { ...head, checksum: 'right', ...facts },
      marked: marks,
      problems: [],
    })
    expect(
      readRow(readNmea, `${summed.slice(0, -2)}${summed.slice(-2).toLowerCase()}`).facts,
    ).toMatchObject({
      checksum: 'right',
    })
  })

  test.each<[string, object]>([
    [
      '$GNGSA,A,3,05,12,,,,,,,,,,,1.2,0.8,0.9,4',
      { system: 'BeiDou', fix: 3, used: [5, 12], pdop: 1.2, hdop: 0.8, vdop: 0.9 },
    ],
    [
      '$GNGSA,A,3,01,02,03,04,05,06,07,08,09,10,11,12,1.2,0.8,0.9,1',
      {
        system: 'GPS',
        fix: 3,
        used: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        pdop: 1.2,
        hdop: 0.8,
        vdop: 0.9,
      },
    ],
    [
      '$GNGSA,A,3,65,,,,,,,,,,,,1.2,0.8,0.9',
      { system: 'GLONASS', fix: 3, used: [65], pdop: 1.2, hdop: 0.8, vdop: 0.9 },
    ],
    [
      '$GNGSA,A,1,,,,,,,,,,,,,,,',
      { system: null, fix: 1, used: [], pdop: null, hdop: null, vdop: null },
    ],
    [
      '$GAGSA,A,2,05,,,,,,,,,,,,1.2,0.8,0.9,4',
      { system: 'Galileo', fix: 2, used: [5], pdop: 1.2, hdop: 0.8, vdop: 0.9 },
    ],
    [
      '$GPGSV,3,2,11,03,04,111,00,,15,270,01,06,01,010,',
      {
        system: 'GPS',
        sentences: 3,
        sentence: 2,
        in_view: 11,
        satellites: [
          { id: 3, elevation: 4, azimuth: 111, cn0: 0 },
          { id: 6, elevation: 1, azimuth: 10, cn0: null },
        ],
      },
    ],
    [
      '$GBGSV,1,1,01,19,46,075,33,1',
      {
        system: 'BeiDou',
        sentences: 1,
        sentence: 1,
        in_view: 1,
        satellites: [{ id: 19, elevation: 46, azimuth: 75, cn0: 33 }],
      },
    ],
    [
      '$GNGSV,1,1,01,65,46,075,33',
      {
        system: 'GLONASS',
        sentences: 1,
        sentence: 1,
        in_view: 1,
        satellites: [{ id: 65, elevation: 46, azimuth: 75, cn0: 33 }],
      },
    ],
    ['$GNGSV,1,1,00', { system: null, sentences: 1, sentence: 1, in_view: 0, satellites: [] }],
  ])('%s', (line, facts) => {
    const head = { talker: line.slice(1, 3), type: line.slice(3, 6) }
    expect(readRow(readNmea, line).facts).toEqual({ ...head, ...facts })
  })

  test('with another check sum is not read, and all of it is masked', () => {
    const line = `$GPRMC,1,A,${north},1,2,3*00`
    expect(readRow(readNmea, ` ${line} `)).toEqual({
      facts: { talker: 'GP', type: 'RMC', checksum: 'wrong' },
      marked: [`position 1,A,${north},1,2,3`],
      problems: [],
    })
  })

  test('of a maker has its own address, and is not read', () => {
    expect(readRow(readNmea, '$PMTK001,314,3*36').facts).toEqual({
      type: 'PMTK001',
      checksum: 'right',
    })
    expect(readRow(readNmea, '$PRMC,1,A').facts).toEqual({ type: 'PRMC' })
  })

  test.each([
    ['$GPRMC,1', true],
    ['$BDGSV,1', true],
    ['$QZGSV,1', true],
    ['$PMTK001,1', true],
    ['$XXRMC,1', false],
    ['$GPRM,1', false],
    ['GPRMC,1', false],
    ['$GPRMC', false],
    ['$GPRMC,\u0001', false],
  ])('%j has its shape: %s', (line, has) => {
    expect(nmeaShape.test(line)).toBe(has)
  })
})

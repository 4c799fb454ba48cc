import { decodeExchange } from '@catalog/decoders/exchange'
import { knowledge } from '@catalog/decoders'
import { nmeaSum } from '@core/gnss/nmea'
import { expect, test } from 'vitest'

const sentence = (body: string) => `$${body}*${nmeaSum(body)}`

function factsOf(line: string) {
  const { urcs, unknown, error } = decodeExchange({ command: null, response: line })
  expect([unknown, error]).toEqual([[], null])
  return urcs[0]?.facts
}

test.each([
  ['GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,', 'used', 8],
  ['GPGGA,,,,,,0,,,,,,,,', 'valid', false],
  ['GNRMC,101112.00,A,3541.0000,N,13946.0000,E,10.0,84.4,060524,,,A', 'speed_kmh', 18.52],
  ['GNRMC,101112.00,A,3541.0000,N,13946.0000,E,10.0,84.4,060524,,,A', 'valid', true],
  ['GNRMC,,V,,,,,,,,,,N', 'valid', false],
  ['GNGNS,101112.00,3541.0,N,13946.0,E,AAN,12,0.7,40.1,,,', 'valid', true],
  ['GNGNS,,,,,,NNN,0,99.9,,,,', 'valid', false],
  ['GNGLL,3541.0,N,13946.0,E,101112.00,A,A', 'latitude', 35.6833333],
  ['GPVTG,054.7,T,034.4,M,005.5,N,010.2,K', 'speed_kmh', 10.2],
  ['GNZDA,101112.00,06,05,2024,00,00', 'utc', '2024-05-06T10:11:12.000Z'],
  ['GPTXT,01,01,02,ANTSTATUS=OPEN', 'text', 'ANTSTATUS=OPEN'],
  // Several systems: the last field names it (4.10), or the numbers of the satellites do.
  ['GNGSA,A,3,05,12,,,,,,,,,,,1.2,0.8,0.9,4', 'system', 'BeiDou'],
  ['GNGSA,A,3,65,71,,,,,,,,,,,1.2,0.8,0.9', 'system', 'GLONASS'],
  ['GPGSV,3,1,11,03,03,111,00,04,15,270,00,06,01,010,00,13,06,292,00', 'in_view', 11],
  ['GBGSV,1,1,01,19,46,075,33,1', 'system', 'BeiDou'],
  ['GQGSV,1,1,01,02,46,075,33', 'system', 'QZSS'],
  ['GAGSV,1,1,01,02,46,075,', 'satellites', [{ id: 2, elevation: 46, azimuth: 75, cn0: null }]],
])('%s: %s is %j', (body, name, value) => {
  expect(factsOf(sentence(body))).toMatchObject({ [name]: value, checksum: 'right' })
})

test.each([
  ['GPGSV,3,1,11,03,03,111,00,04,15,270,', 'GPS: 11 satellites in view, sentence 1/3, none of'],
  ['GLGSV,1,1,02,65,30,100,25,72,10,300,41', 'strongest here 41 dB-Hz'],
  ['GNGSA,A,1,,,,,,,,,,,,,99.9,99.9,99.9,1', 'No position yet'],
  ['GPGGA,1,3541.0,N,13946.0,E,4,08,0.9,5.4,M,,M,,', 'RTK fixed'],
])('%s says %s', (body, words) => {
  expect(knowledge.line(sentence(body), {})?.words.en).toContain(words)
})

test('a sentence with a wrong check sum gives no values, and says why', () => {
  const line = '$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6B'
  expect(factsOf(line)).toEqual({ talker: 'GP', type: 'RMC', checksum: 'wrong' })
  expect(knowledge.line(line, {})).toMatchObject({ severity: 'warning' })
  expect(knowledge.line(line, {})?.secrets.length).toBeGreaterThan(0)
})

test('a sentence without a check sum is read, and none is claimed', () => {
  const facts = factsOf('$GNZDA,101112.00,06,05,2024,00,00')
  expect(facts).toEqual({ talker: 'GN', type: 'ZDA', utc: '2024-05-06T10:11:12.000Z' })
})

test('the place that a sentence tells is marked, and not in its words', () => {
  const line = sentence('GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,')
  const told = knowledge.line(line, {})
  expect(told?.secrets.map(({ start, end }) => line.slice(start, end))).toEqual([
    '4807.038',
    '01131.000',
  ])
  const { words } = decodeExchange({
    command: 'AT+QGPSGNMEA="GGA"',
    response: `+QGPSGNMEA: ${line}\r\n\r\nOK\r\n`,
  })
  expect(words.en).toBe('Position known, satellites used 8, HDOP 0.9, altitude 545.4 m.')
})

import { expect, test } from 'vitest'
import { NmeaLines, nmeaIn, nmeaSum } from '@core/gnss/nmea'
import { degreesOf, utcOf } from '@core/gnss/position'
import { NmeaReceiver } from '@core/gnss/receiver'

const heard = (...bodies: string[]) => {
  const receiver = new NmeaReceiver()
  for (const body of bodies) receiver.take(`$${body}*${nmeaSum(body)}`)
  return receiver
}

test.each([
  // The example that is in most descriptions of the standard.
  ['$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47', 'GP', 'GGA'],
  ['+QGPSGNMEA: $GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47', 'GP', 'GGA'],
  ['$GNGLL,,,,,,V,N*7A', 'GN', 'GLL'],
])('reads %s by its check sum', (line, talker, type) => {
  expect(nmeaIn(line)).toMatchObject({ talker, type })
  expect(nmeaIn(line.replace(/.$/, '0'))).toBeNull()
})

test.each(['$GPTXT,no sum', '+CGPSINFO: ,,,,,,,,', '', '$PMTK001,604,3*32'])(
  '%j is none of its sentences',
  (line) => expect(nmeaIn(line)).toBeUndefined(),
)

test('octets of a port are cut anywhere, and a line that never ends is dropped', () => {
  const lines = new NmeaLines()
  expect(lines.take('$GPGGA,12')).toEqual([])
  expect(lines.take('3*00\r\n$GP')).toEqual(['$GPGGA,123*00'])
  expect(lines.take('x'.repeat(600))).toEqual([])
  expect(lines.take('\r\n$GNGLL\r\n')).toEqual(['$GNGLL'])
})

test.each([
  ['4807.038', 'N', 48.1173],
  ['01131.000', 'E', 11.5166667],
  ['00001.892836', 'W', -0.0315473],
  ['31.2223881', 'S', -31.2223881],
  ['113.887168', 'E', 113.887168],
  ['9907.038', 'N', null],
  ['4867.038', 'N', null],
  ['4807.038', '', null],
  ['', 'N', null],
  ['-3541', 'N', null],
  ['95.5', 'N', null],
])('%s %s is %s°', (text, side, degrees) => {
  const of = side === 'E' || side === 'W' ? 'longitude' : 'latitude'
  expect(degreesOf(text, side, of)).toBe(degrees)
  // A latitude is none of east or west.
  expect(degreesOf(text, side, of === 'latitude' ? 'longitude' : 'latitude')).toBeNull()
})

test.each([
  ['131117', '091918.0', '2017-11-13T09:19:18.000Z'],
  ['291126', '235959.50', '2026-11-29T23:59:59.500Z'],
  ['291126', '', null],
  ['', '091918.0', null],
])('date %s, time %s is %s', (date, time, utc) => expect(utcOf(date, time)).toBe(utc))

test('a position is put together from RMC, GGA, VTG and GSA', () => {
  const { position } = heard(
    'GNGSA,A,3,03,06,11,17,,,,,,,,,1.6,1.0,1.2,1',
    'GNGGA,123519.00,4807.038,S,01131.000,W,1,08,0.9,545.4,M,46.9,M,,',
    'GNRMC,123519.00,A,4807.038,S,01131.000,W,22.4,084.4,230394,,,A,V',
    'GNVTG,084.4,T,,M,22.4,N,41.5,K,A',
  )
  expect(position).toEqual({
    latitude: -48.1173,
    longitude: -11.5166667,
    altitudeM: 545.4,
    speedKmh: 41.5,
    course: 84.4,
    utc: '2094-03-23T12:35:19.000Z',
    fix: 3,
    pdop: 1.6,
    hdop: 0.9,
    vdop: 1.2,
    used: 8,
  })
})

test.each(['GNRMC,123520.00,V,,,,,,,230394,,,N,V', 'GPGGA,,,,,,0,,,,,,,,', 'GPGLL,,,,,,V,N'])(
  '%s takes the position back',
  (body) => {
    const fix = 'GNGGA,123519.00,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,'
    expect(heard(fix).position).not.toBeNull()
    expect(heard(fix, body).position).toBeNull()
  },
)

test('satellites are told apart by talker and number; of two signals the stronger counts', () => {
  const { satellites } = heard(
    'GPGSV,2,1,05,03,71,024,44,06,44,305,38,33,30,180,35,66,20,100,30,1',
    'GPGSV,2,2,05,193,60,150,41,1',
    'GPGSV,1,1,01,03,71,024,47,8',
    'GLGSV,1,1,01,75,31,262,,1',
    'GAGSV,1,1,01,05,49,128,36,7',
    'GBGSV,1,1,01,08,66,170,42,1',
    'BDGSV,1,1,01,11,10,020,20',
    'GNGSA,A,3,03,,,,,,,,,,,,1.6,1.0,1.2,1',
    'GNGSA,A,3,05,,,,,,,,,,,,1.6,1.0,1.2,3',
  )
  expect(
    satellites.map(({ system, id, cn0, used }) => `${system} ${id} ${cn0}${used ? ' used' : ''}`),
  ).toEqual([
    'GPS 3 47 used',
    'GPS 6 38',
    'GLONASS 66 30',
    'GLONASS 75 null',
    'Galileo 5 36 used',
    'BeiDou 8 42',
    'BeiDou 11 20',
    'QZSS 193 41',
    'SBAS 33 35',
  ])
})

test('a group of GSV counts when it is whole, and goes with the next whole one', () => {
  const receiver = heard('GPGSV,2,1,05,03,71,024,44,06,44,305,38,11,38,098,33,17,62,231,40')
  expect(receiver.satellites).toEqual([])
  const take = (body: string) => receiver.take(`$${body}*${nmeaSum(body)}`)
  take('GPGSV,2,2,05,22,12,051,25')
  expect(receiver.satellites).toHaveLength(5)
  take('GPGSV,1,1,00')
  expect(receiver.satellites).toEqual([])
  expect(receiver.take('$GPGSV,1,1,00*00')).toBe(false)
  expect([receiver.sentences, receiver.bad]).toEqual([3, 1])
})

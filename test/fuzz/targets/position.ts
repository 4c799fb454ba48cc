import { gnssFamilies } from '@catalog/gnss'
import { latin1 } from '@core/bytes'
import { nmeaIn, NmeaLines, nmeaSum } from '@core/gnss/nmea'
import type { GnssPosition } from '@core/gnss/position'
import { NmeaReceiver } from '@core/gnss/receiver'
import { trackFormats, trackMetres, trackText, withoutPlaces } from '@core/gnss/track'
import { latin } from '../corpus'
import { must, type Target } from '../target'

const sealed = (body: string) => `$${body}*${nmeaSum(body)}`
const sentences = [
  'GNGGA,092751.000,3539.8765,N,13944.1234,E,1,08,1.0,40.1,M,37.0,M,,',
  'GNRMC,092751.000,A,3539.8765,N,13944.1234,E,0.5,93.1,301126,,,A',
  'GPGSV,2,1,05,01,40,083,46,02,17,308,41,12,07,344,39,14,22,228,45',
  'GPGSV,2,2,05,24,10,100,30,1',
  'GNGSA,A,3,01,02,12,14,,,,,,,,,1.8,1.0,1.5,1',
  'GNGLL,3539.8765,N,13944.1234,E,092751.000,A,A',
  'GPVTG,93.1,T,,M,0.5,N,0.9,K,A',
]
const answers = [
  '+CGNSSINFO: 2,09,,05,00,3539.876541,N,13944.123412,E,301126,092751.00,40.1,0.5,93.1,1.8,1.0,1.5',
  '+CGPSINFO: 3539.876541,N,13944.123412,E,301126,092751.0,40.1,0.5,93.1',
  '+CGNSINF: 1,1,20261130092751.000,35.664608,139.735390,40.1,0.50,93.1,1,,1.0,1.8,1.5,,08,05,,,46,,',
  '+QGPSLOC: 092751.0,3539.8765N,13944.1234E,1.0,40.1,3,93.10,0.9,0.5,301126,08',
  '$GPSACP: 092751.000,3539.8765N,13944.1234E,1.0,40.1,3,93.1,0.9,0.5,301126,08',
  '#XGPS: 35.664608,139.735390,40.1,5.0,0.5,93.1,"2026-11-30 09:27:51"',
  '+UULOC: 30/11/2026,09:27:51.000,35.6646080,139.7353900,40,5',
  '+UGRMC: 1,$GPRMC,092751.00,A,3539.8765,N,13944.1234,E,0.5,93.1,301126,,,A*44',
]

/** Somewhere on the earth, if anywhere; what is told of it can be written down. */
function holds(position: GnssPosition | null | undefined): void {
  if (!position) return
  const { latitude, longitude, altitudeM, hdop, utc } = position
  const told = JSON.stringify(position)
  must(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, `a place nowhere: ${told}`)
  const point = { latitude, longitude, altitudeM, hdop, utc: utc ?? '2026-11-30T00:00:00.000Z' }
  const track = [point, { ...point, latitude: 0 }]
  must(trackMetres(track) >= 0, `a way of no length: ${told}`)
  for (const format of trackFormats)
    must(!/NaN|Infinity/.test(trackText(format, withoutPlaces(track), 'x')), told)
}

export const positionTargets: readonly Target[] = [
  {
    name: 'sentences of NMEA',
    corpus: latin(sentences.map(sealed).join('\r\n'), ...sentences),
    share: 4,
    run: (bytes) => {
      const text = latin1(bytes)
      const lines = new NmeaLines()
      const receiver = new NmeaReceiver()
      // As it came, and with check sums that are right, so that it is read.
      const found = [text.slice(0, 40), text.slice(40), '\r\n'].flatMap((part) => lines.take(part))
      for (const line of [...found, ...found.map((one) => sealed(one.replace(/^\$|\*..$/g, '')))]) {
        nmeaIn(line)
        receiver.take(line)
        holds(receiver.position)
        JSON.stringify(receiver.satellites)
      }
    },
  },
  {
    name: 'position as a modem tells it',
    corpus: latin(...answers, ...answers.map((one) => `+CGNSSINFO:,\r\n${one}\r\nOK`)),
    share: 4,
    run: (bytes) => {
      const lines = latin1(bytes).split('\r\n')
      for (const { power, position, heard, assisted } of gnssFamilies) {
        for (const { read } of [power, ...(assisted ? [assisted] : [])]) read(lines)
        for (const { read } of position) holds(read(lines))
        for (const line of lines) holds(heard?.(line))
      }
    },
  },
]

import type { GnssSystem } from '../gnss/position'
import { nmeaSum } from '../gnss/nmea'

/** Where a satellite stood at the beginning, and how it goes over the sky; degrees. */
interface Orbit {
  readonly system: GnssSystem
  readonly talker: 'GP' | 'GL' | 'GA' | 'GB'
  /** The system of GSA (NMEA 0183 4.10). */
  readonly systemId: number
  readonly id: number
  readonly elevation: number
  readonly azimuth: number
}
const sky = (
  system: GnssSystem,
  talker: Orbit['talker'],
  systemId: number,
  rows: readonly (readonly [number, number, number])[],
): readonly Orbit[] =>
  rows.map(([id, elevation, azimuth]) => ({ system, talker, systemId, id, elevation, azimuth }))

const orbits: readonly Orbit[] = [
  ...sky('GPS', 'GP', 1, [
    [3, 71, 24],
    [6, 44, 305],
    [11, 38, 98],
    [14, 27, 187],
    [17, 62, 231],
    [22, 12, 51],
    [28, 8, 342],
  ]),
  ...sky('GLONASS', 'GL', 2, [
    [66, 55, 76],
    [75, 31, 262],
    [82, 18, 149],
  ]),
  ...sky('Galileo', 'GA', 3, [
    [5, 49, 128],
    [13, 22, 213],
    [26, 35, 17],
  ]),
  ...sky('BeiDou', 'GB', 4, [
    [8, 66, 170],
    [13, 29, 318],
    [38, 41, 244],
  ]),
]

export interface SkySatellite extends Orbit {
  /** dB-Hz; undefined: not heard. */
  readonly cn0: number | undefined
}

/** What the antenna has: a free sky, too little of it, or no antenna. */
export type SkyView = 'free' | 'weak' | 'none'

/** The sky `seconds` after the beginning: satellites go on by some degrees an hour, those above are heard best. */
export function skyAt(seconds: number, view: SkyView): readonly SkySatellite[] {
  if (view === 'none') return []
  return orbits.map((orbit) => {
    const azimuth = Math.round((orbit.azimuth + seconds / 240) % 360)
    const free = Math.round(26 + orbit.elevation / 4 + Math.sin(seconds / 7 + orbit.id) * 2)
    const cn0 = view === 'free' ? free : free - 19
    return { ...orbit, azimuth, cn0: cn0 < 15 ? undefined : cn0 }
  })
}

/** Those that a position is made of. */
export const usedOf = (all: readonly SkySatellite[]): readonly SkySatellite[] =>
  all.filter(({ cn0 = 0 }) => cn0 >= 30)

const sentence = (body: string): string => `$${body}*${nmeaSum(body)}`
const two = (value: number) => String(value).padStart(2, '0')

/** GSA and GSV of each system. */
export function skySentences(
  all: readonly SkySatellite[],
  dops: { readonly pdop: string; readonly hdop: string; readonly vdop: string } | undefined,
): readonly string[] {
  const lines: string[] = []
  for (const systemId of [1, 2, 3, 4]) {
    const seen = all.filter((one) => one.systemId === systemId)
    const used = dops ? usedOf(seen) : []
    const ids = [...used.map(({ id }) => two(id)), ...Array<string>(12).fill('')].slice(0, 12)
    const { pdop = '', hdop = '', vdop = '' } = dops ?? {}
    lines.push(
      sentence(`GNGSA,A,${dops ? 3 : 1},${ids.join(',')},${pdop},${hdop},${vdop},${systemId}`),
    )
  }
  for (const talker of ['GP', 'GL', 'GA', 'GB']) {
    const seen = all.filter((one) => one.talker === talker)
    const pages = Math.max(1, Math.ceil(seen.length / 4))
    for (let page = 0; page < pages; page++) {
      const rows = seen
        .slice(page * 4, page * 4 + 4)
        .map(
          ({ id, elevation, azimuth, cn0 }) =>
            `,${two(id)},${two(elevation)},${String(azimuth).padStart(3, '0')},${cn0 === undefined ? '' : two(cn0)}`,
        )
      lines.push(
        sentence(`${talker}GSV,${pages},${page + 1},${two(seen.length)}${rows.join('')},1`),
      )
    }
  }
  return lines
}

/** Where it is: once round a circle of 400 m in five minutes, so that it has speed and course. */
export interface SkyPlace {
  readonly latitude: number
  readonly longitude: number
  readonly altitudeM: number
  readonly speedKmh: number
  readonly course: number
}
const centre = { latitude: 35.6812, longitude: 139.7671 }
const radiusM = 400
const roundS = 300

export function placeAt(seconds: number): SkyPlace {
  const angle = (seconds / roundS) * 2 * Math.PI
  const [north, east] = [Math.cos(angle) * radiusM, Math.sin(angle) * radiusM]
  const narrowing = Math.cos((centre.latitude * Math.PI) / 180)
  return {
    latitude: centre.latitude + north / 111_320,
    longitude: centre.longitude + east / (111_320 * narrowing),
    altitudeM: 38 + Math.round(Math.sin(angle) * 30) / 10,
    speedKmh: ((2 * Math.PI * radiusM) / roundS) * 3.6,
    course: ((seconds / roundS) * 360 + 90) % 360,
  }
}

/** Degrees and minutes as NMEA has them, with the letter apart: `3540.8720,N`. */
export function minutesOf(
  degrees: number,
  of: 'NS' | 'EW',
  places: number,
): readonly [string, string] {
  const value = Math.abs(degrees)
  const whole = Math.floor(value)
  const minutes = ((value - whole) * 60).toFixed(places).padStart(places + 3, '0')
  const width = of === 'NS' ? 2 : 3
  return [`${String(whole).padStart(width, '0')}${minutes}`, (degrees < 0 ? of[1] : of[0]) ?? '']
}

/** `ddmmyy` and `hhmmss.ss`. */
export function momentOf(ms: number): readonly [string, string] {
  const iso = new Date(ms).toISOString()
  const [date = '', time = ''] = iso.split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  return [`${day}${month}${year.slice(2)}`, `${time.slice(0, 8).replaceAll(':', '')}.00`]
}

export function placeSentences(
  place: SkyPlace | undefined,
  nowMs: number,
  used: number,
  hdop: string,
): readonly string[] {
  if (!place)
    return [
      'GNGGA,,,,,,0,,,,,,,,',
      'GNRMC,,V,,,,,,,,,,N,V',
      'GNVTG,,T,,M,,N,,K,N',
      'GNGLL,,,,,,V,N',
    ].map(sentence)
  const [date, time] = momentOf(nowMs)
  const lat = minutesOf(place.latitude, 'NS', 4).join(',')
  const lon = minutesOf(place.longitude, 'EW', 4).join(',')
  const [knots, kmh, course] = [place.speedKmh / 1.852, place.speedKmh, place.course].map((value) =>
    value.toFixed(1),
  )
  return [
    `GNGGA,${time},${lat},${lon},1,${two(used)},${hdop},${place.altitudeM},M,36.7,M,,`,
    `GNRMC,${time},A,${lat},${lon},${knots},${course},${date},,,A,V`,
    `GNVTG,${course},T,,M,${knots},N,${kmh},K,A`,
    `GNGLL,${lat},${lon},${time},A,A`,
  ].map(sentence)
}

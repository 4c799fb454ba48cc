/** A global or regional system of satellites, by the name its operators use; SBAS are the satellites that correct them. */
export const gnssSystems = ['GPS', 'GLONASS', 'Galileo', 'BeiDou', 'QZSS', 'NavIC', 'SBAS'] as const
export type GnssSystem = (typeof gnssSystems)[number]

/** How a receiver is started: with nothing kept, with time and almanac, with the orbits of the last hours. */
export const gnssStarts = ['cold', 'warm', 'hot'] as const
export type GnssStart = (typeof gnssStarts)[number]

/** Where the receiver is. Null: it does not tell. */
export interface GnssPosition {
  /** Degrees, north positive; WGS 84. */
  readonly latitude: number
  /** Degrees, east positive. */
  readonly longitude: number
  readonly altitudeM: number | null
  readonly speedKmh: number | null
  /** Degrees from true north. */
  readonly course: number | null
  /** ISO 8601, UTC. */
  readonly utc: string | null
  /** Two or three dimensions. */
  readonly fix: 2 | 3 | null
  readonly hdop: number | null
  readonly pdop: number | null
  readonly vdop: number | null
  /** Satellites the position is made of. */
  readonly used: number | null
}

export const unknownPosition: Omit<GnssPosition, 'latitude' | 'longitude'> = {
  altitudeM: null,
  speedKmh: null,
  course: null,
  utc: null,
  fix: null,
  hdop: null,
  pdop: null,
  vdop: null,
  used: null,
}

export interface GnssSatellite {
  readonly system: GnssSystem
  readonly id: number
  /** Degrees above the horizon. */
  readonly elevation: number | null
  /** Degrees from true north. */
  readonly azimuth: number | null
  /** dB-Hz; null: in view, and not tracked. */
  readonly cn0: number | null
  readonly used: boolean
}

export const kmhOfKnots = (knots: number): number => Math.round(knots * 185.2) / 100

/** A number as a modem prints it; null where the field is empty or none. */
export function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^[+-]?\d+(?:\.\d*)?$/.test(text.trim()) ? Number(text) : null
}

/** Seven places are a centimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/**
 * Degrees from one coordinate with its hemisphere: `3541.4123` (degrees and minutes, NMEA 0183) or `35.6902`. Degrees and minutes are
 * padded to four digits before the point, those of a longitude to five; plain degrees have three at most. Null: no place on earth.
 */
export function degreesOf(
  text: string | undefined,
  side: string | undefined,
  of: 'latitude' | 'longitude',
): number | null {
  const value = numberOf(text)
  const sides = of === 'latitude' ? /^[NS]$/ : /^[EW]$/
  if (text === undefined || value === null || !sides.test(side ?? '')) return null
  const minutes = /^\d{4,5}(?:\.|$)/.test(text.trim())
  const whole = minutes ? Math.floor(value / 100) : 0
  const degrees = minutes ? whole + (value - whole * 100) / 60 : value
  if (!isOnEarth(degrees, of) || (minutes && value - whole * 100 >= 60)) return null
  return rounded(side === 'S' || side === 'W' ? -degrees : degrees)
}

/** Degrees that there are. */
export const isOnEarth = (degrees: number, of: 'latitude' | 'longitude'): boolean =>
  Math.abs(degrees) <= (of === 'latitude' ? 90 : 180)

/** ISO 8601 from `ddmmyy` and `hhmmss.sss`; null where one of them is none. */
export function utcOf(date: string | undefined, time: string | undefined): string | null {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d)$/.exec(date ?? '') ?? []
  const [, hour, minute, second] = /^(\d\d)(\d\d)(\d\d(?:\.\d+)?)$/.exec(time ?? '') ?? []
  if (!day || !hour) return null
  const seconds = Number(second)
  const ms = Date.UTC(2000 + Number(year), Number(month) - 1, Number(day), Number(hour))
  return isoOf(ms + Number(minute) * 60_000 + Math.round(seconds * 1000))
}
export const isoOf = (ms: number): string | null =>
  Number.isFinite(ms) ? new Date(ms).toISOString() : null

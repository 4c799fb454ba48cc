import type { Words } from '@core/words'
import {
  degreesOf,
  isOnEarth,
  kmhOfKnots,
  numberOf,
  unknownPosition,
  utcOf,
  type GnssPosition,
} from '@core/gnss/position'

/** The fields behind `prefix`; undefined where no line begins with it. */
export function fieldsOf(lines: readonly string[], prefix: string): readonly string[] | undefined {
  const line = lines.find((one) => one.startsWith(prefix))
  return line
    ?.slice(prefix.length)
    .split(',')
    .map((field) => field.trim().replaceAll('"', ''))
}

/** On or off by the first field behind `prefix`. */
export const onBy =
  (prefix: string) =>
  (lines: readonly string[]): boolean | undefined => {
    const state = numberOf(fieldsOf(lines, prefix)?.[0])
    return state === null ? undefined : state > 0
  }

/**
 * The columns around the letters of the hemispheres, which every firmware prints although the counts before them differ:
 * `lat,N/S,lon,E/W,ddmmyy,hhmmss,altitude,knots,course,PDOP,HDOP,VDOP[,used]`.
 */
export function aroundLetters(fields: readonly string[]): GnssPosition | null {
  const at = fields.findIndex((field) => /^[NS]$/.test(field))
  const latitude = degreesOf(fields[at - 1], fields[at], 'latitude')
  const longitude = degreesOf(fields[at + 1], fields[at + 2], 'longitude')
  if (at < 1 || latitude === null || longitude === null) return null
  const n = (i: number) => numberOf(fields[at + i])
  const knots = n(6)
  return {
    ...unknownPosition,
    latitude,
    longitude,
    utc: utcOf(fields[at + 3], fields[at + 4]),
    altitudeM: n(5),
    speedKmh: knots === null ? null : kmhOfKnots(knots),
    course: n(7),
    pdop: n(8),
    hdop: n(9),
    vdop: n(10),
    used: n(11),
  }
}

/** `3541.4123N`: a coordinate with its letter behind it; plain degrees have a sign and none. */
export function withLetter(text: string | undefined, of: 'latitude' | 'longitude'): number | null {
  const [, digits, side] = /^(\d+(?:\.\d+)?)([NSEW])$/.exec(text ?? '') ?? []
  if (digits !== undefined) return degreesOf(digits, side, of)
  const value = numberOf(text)
  return value !== null && isOnEarth(value, of) ? value : null
}

/** Two or three dimensions. */
export const dimensions = (text: string | undefined): 2 | 3 | null =>
  text === '2' ? 2 : text === '3' ? 3 : null

/** Whether the orbits for days ahead (Qualcomm's XTRA) are used. */
export const extraData =
  (prefix: string) =>
  (lines: readonly string[]): Words | undefined => {
    const on = onBy(prefix)(lines)
    if (on === undefined) return undefined
    return on
      ? { en: 'assistance data (XTRA) are used', ja: '補助データ（XTRA）を使用' }
      : { en: 'assistance data (XTRA) are not used', ja: '補助データ（XTRA）は不使用' }
  }

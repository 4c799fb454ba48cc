import type { GnssPosition } from './position'

export const trackFormats = ['gpx', 'geojson'] as const
export type TrackFormat = (typeof trackFormats)[number]

export interface TrackPoint extends Pick<
  GnssPosition,
  'latitude' | 'longitude' | 'altitudeM' | 'hdop'
> {
  /** Of the receiver where it tells it, else of the computer. */
  readonly utc: string
}

/** Metres of a degree of latitude. */
const metresPerDegree = 111_320
const rounded = (value: number) => Math.round(value * 1e7) / 1e7

/**
 * The same way, begun at 0° 0′ and at the height 0: lengths and times stay as they were (to some parts in a thousand), and nobody
 * sees where it was.
 */
export function withoutPlaces(points: readonly TrackPoint[]): readonly TrackPoint[] {
  const [first] = points
  if (!first) return []
  const narrowing = Math.cos((first.latitude * Math.PI) / 180)
  return points.map((point) => ({
    ...point,
    latitude: rounded(point.latitude - first.latitude),
    longitude: rounded(turned(point.longitude - first.longitude) * narrowing),
    altitudeM: point.altitudeM === null ? null : rounded(point.altitudeM - (first.altitudeM ?? 0)),
  }))
}
/** Over the date line the short way round. */
const turned = (degrees: number) => ((degrees + 540) % 360) - 180

/** Metres of the way, straight from point to point. */
export function trackMetres(points: readonly TrackPoint[]): number {
  let sum = 0
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    if (!before) continue
    const north = (point.latitude - before.latitude) * metresPerDegree
    const east =
      turned(point.longitude - before.longitude) *
      metresPerDegree *
      Math.cos((point.latitude * Math.PI) / 180)
    sum += Math.hypot(north, east)
  }
  return Math.round(sum)
}

/** GPX 1.1 (topografix.com/GPX/1/1). */
function gpxOf(points: readonly TrackPoint[], name: string): string {
  const rows = points.map(({ latitude, longitude, altitudeM, utc, hdop }) =>
    [
      `      <trkpt lat="${latitude}" lon="${longitude}">`,
      ...(altitudeM === null ? [] : [`        <ele>${altitudeM}</ele>`]),
      `        <time>${utc}</time>`,
      ...(hdop === null ? [] : [`        <hdop>${hdop}</hdop>`]),
      '      </trkpt>',
    ].join('\n'),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Modem Bench" xmlns="http://www.topografix.com/GPX/1/1">',
    '  <trk>',
    `    <name>${xml(name)}</name>`,
    '    <trkseg>',
    ...rows,
    '    </trkseg>',
    '  </trk>',
    '</gpx>',
    '',
  ].join('\n')
}
const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A LineString with its times beside it; a single point where the way has no second one (RFC 7946, 3.1.4: a line has two). */
function geoJsonOf(points: readonly TrackPoint[], name: string): string {
  const coordinates = points.map(({ latitude, longitude, altitudeM }) =>
    altitudeM === null ? [longitude, latitude] : [longitude, latitude, altitudeM],
  )
  const geometry =
    coordinates.length === 1
      ? { type: 'Point', coordinates: coordinates[0] }
      : { type: 'LineString', coordinates }
  const properties = { name, times: points.map(({ utc }) => utc) }
  const feature = { type: 'Feature', properties, geometry }
  return `${JSON.stringify({ type: 'FeatureCollection', features: [feature] }, null, 1)}\n`
}

export function trackText(
  format: TrackFormat,
  points: readonly TrackPoint[],
  name: string,
): string {
  return format === 'gpx' ? gpxOf(points, name) : geoJsonOf(points, name)
}

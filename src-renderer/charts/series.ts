import type { SignalSample, SlotName } from '@contract'

export interface Point {
  readonly x: number
  readonly y: number
}
export type Measure = Exclude<keyof SignalSample, 'slot' | 'atMs' | 'monoUs'>
export type Series = { readonly [slot in SlotName]: { readonly [measure in Measure]: Point[] } }

export const measureNames = [
  'rsrpDbm',
  'rsrqDb',
  'sinrDb',
  'rssiDbm',
  'csq',
  'rscpDbm',
  'ecioDb',
  'latencyMs',
  'lossPercent',
  'temperatureC',
  'voltageV',
] as const satisfies readonly Measure[]

const empty = (): Series['a'] => ({
  rsrpDbm: [],
  rsrqDb: [],
  sinrDb: [],
  rssiDbm: [],
  csq: [],
  rscpDbm: [],
  ecioDb: [],
  latencyMs: [],
  lossPercent: [],
  temperatureC: [],
  voltageV: [],
})

/** Every measure of both slots as points over time, in one pass. */
export function seriesOf(samples: readonly SignalSample[]): Series {
  const series: Series = { a: empty(), b: empty() }
  for (const sample of samples)
    for (const measure of measureNames) {
      const y = sample[measure]
      if (y !== undefined) series[sample.slot][measure].push({ x: sample.atMs, y })
    }
  return series
}

/** The first point at a moment or later. */
export function indexAt(points: readonly Point[], x: number): number {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.x ?? Infinity) < x) low = middle + 1
    else high = middle
  }
  return low
}

/** The points in sight, and one to each side so that lines run to the edge. */
export function inSight(points: readonly Point[], from: number, to: number): readonly Point[] {
  return points.slice(Math.max(0, indexAt(points, from) - 1), indexAt(points, to) + 1)
}

/** The value at a moment: of the nearest point, unless nothing was measured around then. */
export function valueAt(points: readonly Point[], x: number, withinMs: number): number | undefined {
  const index = indexAt(points, x)
  const [before, after] = [points[index - 1], points[index]]
  const near = [before, after].filter((point) => point !== undefined)
  const best = near.sort((p, q) => Math.abs(p.x - x) - Math.abs(q.x - x))[0]
  return best && Math.abs(best.x - x) <= withinMs ? best.y : undefined
}

/**
 * At most four points a column of the screen (first, lowest, highest, last), with a break wherever nothing was measured
 * for longer than the gap. Chart.js's own decimation would drop the breaks and draw a line through the silence.
 */
export function drawable(points: readonly Point[], columnMs: number, gapMs: number): Point[] {
  const drawn: Point[] = []
  let column: Point[] = []
  const flush = () => {
    drawn.push(...(column.length > 4 ? outline(column) : column))
    column = []
  }
  for (const point of points) {
    const last = column.at(-1) ?? drawn.at(-1)
    const first = column[0]
    if (last && point.x - last.x > gapMs) {
      flush()
      drawn.push({ x: (last.x + point.x) / 2, y: NaN })
    } else if (first && Math.floor(point.x / columnMs) !== Math.floor(first.x / columnMs)) flush()
    column.push(point)
  }
  flush()
  return drawn
}

function outline(column: readonly Point[]): Point[] {
  const [first, last] = [column[0], column.at(-1)]
  if (!first || !last) return []
  let [low, high] = [first, first]
  for (const point of column) {
    if (point.y < low.y) low = point
    if (point.y > high.y) high = point
  }
  return [...new Set([first, low, high, last])].sort((p, q) => p.x - q.x)
}

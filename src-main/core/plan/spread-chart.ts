import type { BoardValue, ValueSpread } from './spread'

/** Where a limit stands on an axis from 0 to 1. */
export interface LimitAt {
  readonly which: 'min' | 'max'
  readonly value: number
  readonly at: number
}
export interface Bar {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Both ends on the axis, and its height as a part of the highest. */
  readonly start: number
  readonly end: number
  readonly height: number
}
/** How often which values were measured; positions are parts of the axis from `from` to `to`. */
export interface Histogram {
  readonly from: number
  readonly to: number
  readonly bars: readonly Bar[]
  readonly limits: readonly LimitAt[]
  readonly mean: number
}
/** The values in the order in which the boards were tested; `across` and `up` are parts of both axes. */
export interface Trend {
  readonly from: number
  readonly to: number
  readonly points: readonly (BoardValue & { readonly across: number; readonly up: number })[]
  readonly limits: readonly LimitAt[]
  readonly mean: number
}

type Spread = Pick<ValueSpread, 'values' | 'min' | 'max' | 'mean'>

/** A histogram with its limits. */
export function histogramOf(spread: Spread): Histogram {
  const numbers = spread.values.map(({ value }) => value)
  const lowest = Math.min(...numbers)
  const highest = Math.max(...numbers)
  const axis = axisOf(spread)
  const width = binWidth(lowest, highest, numbers.length)
  const first = Math.floor(lowest / width)
  const last = Math.floor(highest / width)
  const counts = Array.from({ length: last - first + 1 }, () => 0)
  for (const value of numbers) {
    const bin = Math.floor(value / width) - first
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const from = Math.min(axis.from, first * width)
  const to = Math.max(axis.to, (last + 1) * width)
  const at = (value: number) => (value - from) / (to - from)
  return {
    from,
    to,
    bars: counts.map((count, index) => {
      const start = (first + index) * width
      return {
        from: start,
        to: start + width,
        count,
        start: at(start),
        end: at(start + width),
        height: count / most,
      }
    }),
    limits: limitsOf(spread, at),
    mean: at(spread.mean),
  }
}

/** The values of one board after the other, with their limits. */
export function trendOf(spread: Spread): Trend {
  const { from, to } = axisOf(spread)
  const at = (value: number) => (value - from) / (to - from)
  const { values, mean } = spread
  return {
    from,
    to,
    points: values.map((one, index) => ({
      ...one,
      across: (index + 0.5) / values.length,
      up: at(one.value),
    })),
    limits: limitsOf(spread, at),
    mean: at(mean),
  }
}

/** All values and both limits, with a margin. */
function axisOf({ values, min, max }: Spread): { from: number; to: number } {
  const all = [
    ...values.map(({ value }) => value),
    ...(min === undefined ? [] : [min]),
    ...(max === undefined ? [] : [max]),
  ]
  const [lowest, highest] = [Math.min(...all), Math.max(...all)]
  const margin = highest > lowest ? (highest - lowest) * 0.08 : Math.abs(highest) * 0.1 || 1
  return { from: lowest - margin, to: highest + margin }
}

const limitsOf = ({ min, max }: Spread, at: (value: number) => number): readonly LimitAt[] => [
  ...(min === undefined ? [] : [{ which: 'min' as const, value: min, at: at(min) }]),
  ...(max === undefined ? [] : [{ which: 'max' as const, value: max, at: at(max) }]),
]

/** As many bars as Sturges (1926) says, of a width that a person can read: 1, 2 or 5 times a power of ten. */
function binWidth(lowest: number, highest: number, count: number): number {
  if (highest === lowest) return nice(Math.abs(highest) / 20 || 1)
  return nice((highest - lowest) / (Math.ceil(Math.log2(count)) + 1))
}
function nice(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 5, 10].find((one) => one * power >= width * (1 - 1e-9)) ?? 10
  return step * power
}

/** How measured values spread. */
export interface Distribution {
  readonly count: number
  readonly min: number
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  readonly mean: number
}

/** Null without values. */
export function distributionOf(values: readonly number[]): Distribution | null {
  const sorted = [...values].sort((one, two) => one - two)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  const [min] = sorted
  const max = sorted.at(-1)
  if (min === undefined || max === undefined) return null
  const sum = sorted.reduce((total, value) => total + value, 0)
  return {
    count: sorted.length,
    min,
    median: at(0.5) ?? min,
    p95: at(0.95) ?? max,
    p99: at(0.99) ?? max,
    max,
    mean: sum / sorted.length,
  }
}

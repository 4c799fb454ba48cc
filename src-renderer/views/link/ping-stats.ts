export interface PingStats {
  readonly sent: number
  readonly received: number
  readonly loss: number
  readonly min: number
  readonly avg: number
  readonly max: number
  readonly jitter: number
}

/** What the echoes of a ping come to so far. Null for one that was lost. */
export function pingStats(values: readonly (number | null)[]): PingStats | null {
  if (values.length === 0) return null
  const times = values.filter((value) => value !== null)
  const steps = times.slice(1).map((time, n) => Math.abs(time - (times[n] ?? time)))
  const mean = (list: readonly number[]) =>
    list.length === 0 ? NaN : list.reduce((sum, one) => sum + one, 0) / list.length
  return {
    sent: values.length,
    received: times.length,
    loss: ((values.length - times.length) / values.length) * 100,
    min: times.length > 0 ? Math.min(...times) : NaN,
    avg: mean(times),
    max: times.length > 0 ? Math.max(...times) : NaN,
    jitter: mean(steps),
  }
}

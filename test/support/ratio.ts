import { appendFileSync } from 'node:fs'

/** One comparison of ours against the bare thing, in the same unit (ms), each the median of several runs. */
export type Ratio = {
  name: string
  oursMs: number
  bareMs: number
  /** At most so many times as long. Left out: only told. */
  goal?: number
  runs: number
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** Hands a comparison to `npm run perf`, which prints them all at the end. */
export function reportRatio(ratio: Ratio): void {
  const file = process.env['MODEM_BENCH_RATIOS']
  if (file) appendFileSync(file, `${JSON.stringify(ratio)}\n`)
}

import type { Severity } from '../words'

/** What happened in a stretch of the log: how many lines of each severity, and the first row of it. */
export interface Bucket {
  readonly counts: { readonly [severity in Severity]: number }
  readonly firstRow: number
}

const most = 240

interface Filling {
  counts: { [severity in Severity]: number }
  firstRow: number
}

/** Counts lines over time in at most 240 stretches that grow with the log, so that its size does not. */
export class Timeline {
  #origin: number | undefined
  #width = 1
  #buckets: (Filling | undefined)[] = []

  /** How much of the axis one bucket covers, in the unit of `add`. */
  get width(): number {
    return this.#width
  }
  get origin(): number {
    return this.#origin ?? 0
  }
  get buckets(): readonly (Bucket | undefined)[] {
    return this.#buckets
  }

  add(at: number, severity: Severity, row: number): void {
    this.#origin ??= at
    // A clock that was set back must not make the axis run backwards.
    const place = Math.max(0, at - this.#origin)
    while (Math.floor(place / this.#width) >= most) this.#double()
    const index = Math.floor(place / this.#width)
    const bucket = (this.#buckets[index] ??= empty(row))
    bucket.counts[severity]++
  }

  #double(): void {
    const pairs: (Filling | undefined)[] = []
    for (let i = 0; i < this.#buckets.length; i += 2)
      pairs.push(merged(this.#buckets[i], this.#buckets[i + 1]))
    this.#buckets = pairs
    this.#width *= 2
  }
}

function empty(firstRow: number): Filling {
  return { counts: { fine: 0, notice: 0, warning: 0, failure: 0 }, firstRow }
}

function merged(a: Filling | undefined, b: Filling | undefined): Filling | undefined {
  if (!a || !b) return a ?? b
  const counts = { ...a.counts }
  for (const severity of ['fine', 'notice', 'warning', 'failure'] as const)
    counts[severity] += b.counts[severity]
  return { counts, firstRow: a.firstRow }
}

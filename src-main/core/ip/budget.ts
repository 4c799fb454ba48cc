/** An amount of octets that must not be exceeded, since data costs money. */
export class ByteBudget {
  /** Null: no limit. */
  readonly limitBytes: number | null
  #used = 0

  constructor(limitBytes: number | null) {
    this.limitBytes = limitBytes
  }

  get usedBytes(): number {
    return this.#used
  }
  get leftBytes(): number {
    return this.limitBytes === null ? Infinity : Math.max(0, this.limitBytes - this.#used)
  }
  get spent(): boolean {
    return this.leftBytes === 0
  }

  /** Counts octets that passed; false once there is nothing left. */
  take(count: number): boolean {
    this.#used += count
    return !this.spent
  }
}

const dayUs = 86_400_000_000
const windowUs = 600_000_000
/** Less than this says nothing about a day. */
const leastUs = 10_000_000
/** A projection that changed more often would draw every window anew for a link on which nothing happens. */
const sampleUs = 10_000_000

interface Sample {
  readonly atUs: number
  readonly bytes: number
}

/** What the last ten minutes would come to in a day. */
export class DayPace {
  #samples: Sample[] = []

  /** `bytes` counts up and never down; called as often as one likes. */
  sample(atUs: number, bytes: number): void {
    const last = this.#samples.at(-1)
    if (last && atUs - last.atUs < sampleUs) return
    this.#samples.push({ atUs, bytes })
    const second = this.#samples[1]
    if (second && atUs - second.atUs >= windowUs) this.#samples.shift()
  }

  /** Octets a day; null until ten seconds were seen. */
  get perDayBytes(): number | null {
    const first = this.#samples[0]
    const last = this.#samples.at(-1)
    if (!first || !last || last.atUs - first.atUs < leastUs) return null
    return Math.round(((last.bytes - first.bytes) * dayUs) / (last.atUs - first.atUs))
  }

  clear(): void {
    this.#samples = []
  }
}

/** Octets as operators bill them, in steps of 1000: `84 B`, `312 kB`, `15.4 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`
  if (bytes < 1_000_000) return `${short(bytes / 1000)} kB`
  if (bytes < 1_000_000_000) return `${short(bytes / 1_000_000)} MB`
  return `${short(bytes / 1_000_000_000)} GB`
}

const short = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0))

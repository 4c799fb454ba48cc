import type { SlotName } from '../modem/slot-names'

/** How much of the time there was service, up to an instant. */
export interface Service {
  readonly elapsedMs: number
  readonly downMs: number
  readonly longestGapMs: number
  /** Percent of the time with service. */
  readonly availabilityPct: number
}

/** Tells from the moves of the traffic how long there was none. Begins without service. Times are monotonic µs. */
export class ServiceClock {
  readonly #startUs: number
  #downUs = 0
  #longestUs = 0
  #downSinceUs: number | null
  #endUs: number | undefined

  constructor(startUs: number) {
    this.#startUs = startUs
    this.#downSinceUs = startUs
  }

  /** The traffic goes over this slot from now on; null: over none. */
  moved(to: SlotName | null, nowUs: number): void {
    if (to === null) {
      this.#downSinceUs ??= nowUs
      return
    }
    const gap = this.#gap(nowUs)
    this.#downUs += gap
    this.#longestUs = Math.max(this.#longestUs, gap)
    this.#downSinceUs = null
  }
  /** What comes later is no part of it. */
  end(nowUs: number): void {
    this.#endUs ??= nowUs
  }

  at(nowUs: number): Service {
    const untilUs = this.#endUs ?? nowUs
    const gap = this.#gap(untilUs)
    const elapsedMs = Math.max(1, Math.round((untilUs - this.#startUs) / 1000))
    const downMs = Math.min(elapsedMs, Math.round((this.#downUs + gap) / 1000))
    const longestGapMs = Math.round(Math.max(this.#longestUs, gap) / 1000)
    return { elapsedMs, downMs, longestGapMs, availabilityPct: 100 - (100 * downMs) / elapsedMs }
  }
  #gap(nowUs: number): number {
    return this.#downSinceUs === null ? 0 : nowUs - this.#downSinceUs
  }
}

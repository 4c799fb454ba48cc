import { clockSetBack, clockWentAhead } from './words'
import { durationWords } from '@core/duration'
import type { Words } from '@core/words'

/** Smaller ones are the daily work of NTP. */
const leastMs = 2_000

interface Moment {
  readonly atMs: number
  readonly monoUs: number
}

/** Sees when the clock for people goes its own way beside the one for order: a reader of the log would see time jump. */
export class ClockSteps {
  #offsetMs: number | undefined

  /** What to say before what happened at this moment. */
  look({ atMs, monoUs }: Moment): Words | undefined {
    const offsetMs = atMs - monoUs / 1000
    const stepMs = offsetMs - (this.#offsetMs ?? offsetMs)
    this.#offsetMs = offsetMs
    if (Math.abs(stepMs) < leastMs) return undefined
    const by = durationWords(Math.abs(stepMs))
    return stepMs > 0 ? clockWentAhead(by) : clockSetBack(by)
  }
}

import type { Clock } from '@core/ports/clock'

/**
 * The rounds of both slots fall together, so that a window draws both in one frame: a round of its own for each slot would be
 * twice as many frames for a window that idles.
 */
export class Beat {
  readonly #clock: Clock
  #firstUs: number | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How long the next round waits: about the interval, and until others that keep it have theirs. */
  untilNextMs(intervalMs: number): number {
    const nowUs = this.#clock.monotonicUs()
    this.#firstUs ??= nowUs
    const sinceMs = ((nowUs - this.#firstUs) / 1000) % intervalMs
    const leftMs = intervalMs - sinceMs
    // A modem that has just answered is left alone for half of the time at least.
    return leftMs < intervalMs / 2 ? leftMs + intervalMs : leftMs
  }
}

import type { Cancel, Clock } from '../ports/clock'

/** Says when something is waited for too long. One timer serves all waits: most end at once, and a timer for each costs more than they. */
export class Silence {
  readonly #clock: Clock
  readonly #ms: number
  readonly #tooLong: () => void
  #sinceUs: number | undefined
  #timer: Cancel | undefined

  constructor(clock: Clock, ms: number, tooLong: () => void) {
    this.#clock = clock
    this.#ms = ms
    this.#tooLong = tooLong
  }

  /** The same promise, watched. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#sinceUs = this.#clock.monotonicUs()
    if (!this.#timer) this.#lookIn(this.#ms)
    try {
      return await work
    } finally {
      this.#sinceUs = undefined
    }
  }

  #lookIn(ms: number): void {
    this.#timer = this.#clock.schedule(ms, () => {
      this.#timer = undefined
      if (this.#sinceUs === undefined) return
      const waitedMs = (this.#clock.monotonicUs() - this.#sinceUs) / 1000
      if (waitedMs >= this.#ms) this.#tooLong()
      else this.#lookIn(this.#ms - waitedMs)
    })
  }

  stop(): void {
    this.#timer?.()
    this.#timer = undefined
  }
}

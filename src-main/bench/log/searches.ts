import type { Clock } from '@core/ports/clock'
import { Breath } from '@bench/breath'
import type { GoOn } from './log-walk'

/** Searches under way, by the name their window gave them: one at a time of each. */
export class Searches {
  readonly #clock: Clock
  readonly #under = new Map<string, { stopped: boolean }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Does a search; the one before of the same name ends. */
  async run<T>(name: string | undefined, search: (goOn: GoOn) => Promise<T>): Promise<T> {
    const mine = { stopped: false }
    if (name !== undefined) {
      this.stop(name)
      this.#under.set(name, mine)
    }
    const breath = new Breath(this.#clock)
    try {
      return await search(async () => {
        await breath.ifDue()
        return !mine.stopped
      })
    } finally {
      if (name !== undefined && this.#under.get(name) === mine) this.#under.delete(name)
    }
  }

  stop(name: string): void {
    const under = this.#under.get(name)
    if (under) under.stopped = true
    this.#under.delete(name)
  }
}

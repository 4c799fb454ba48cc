import type { Clock } from '@core/ports/clock'
import { sleep } from '@core/wait'
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
    try {
      return await search(async () => {
        // Ports and windows have their turn.
        await sleep(this.#clock, 0)
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

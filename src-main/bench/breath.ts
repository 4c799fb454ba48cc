import type { Clock } from '@core/ports/clock'
import { sleep } from '@core/wait'

/** So long one piece of work may hold up ports and calls. */
const mostUs = 8_000

/** Cuts long work over many rows into pieces: ports, PPP and calls share its loop. Ask after each row. */
export class Breath {
  readonly #clock: Clock
  #sinceUs: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#sinceUs = clock.monotonicUs()
  }

  /** Whether it is time to let others have their turn, by `take`. */
  get due(): boolean {
    return this.#clock.monotonicUs() - this.#sinceUs > mostUs
  }

  /** Lets others have their turn when it is time. */
  async ifDue(): Promise<void> {
    if (this.due) await this.take()
  }

  async take(): Promise<void> {
    await sleep(this.#clock, 0)
    this.#sinceUs = this.#clock.monotonicUs()
  }
}

/** To be asked again and again in a long work: it waits only when others have waited long enough. */
export function breathes(clock: Clock): () => Promise<void> {
  const breath = new Breath(clock)
  return () => breath.ifDue()
}

/** The same rows, with turns for others between them, however long whoever reads them takes for each. */
export async function* breathing<T>(
  rows: AsyncIterable<T> | Iterable<T>,
  clock: Clock,
): AsyncGenerator<T> {
  const breath = new Breath(clock)
  for await (const row of rows) {
    yield row
    if (breath.due) await breath.take()
  }
}

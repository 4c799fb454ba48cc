import type { LogRow, RowPlace } from '@contract'
import type { CommandBench } from './on-bench'

const atOnce = 5000

/** The rows of a slot from now on, each once and none left out: those that were not sent are read from the log. */
export class RowFeed {
  readonly #bench: CommandBench
  readonly #take: (rows: readonly LogRow[]) => void
  readonly #stop: () => void
  #last: RowPlace
  #turn: Promise<void> = Promise.resolve()

  private constructor(
    bench: CommandBench,
    last: RowPlace,
    take: (rows: readonly LogRow[]) => void,
  ) {
    this.#bench = bench
    this.#last = last
    this.#take = take
    const stops = [
      bench.on('rows', ({ rows, behind }) => {
        const own = rows.filter(({ slot }) => slot === bench.slot)
        // What comes while older rows are being read is among what is read.
        if (behind[bench.slot] > 0) this.catchUp()
        else this.#turn = this.#turn.then(() => this.#add(own))
      }),
      bench.onReturn(() => this.catchUp()),
    ]
    this.#stop = () => stops.forEach((stop) => stop())
  }

  static async of(bench: CommandBench, take: (rows: readonly LogRow[]) => void): Promise<RowFeed> {
    const { call, slot } = bench
    const { rows } = await call('log.page', { filter: { slots: [slot] }, count: 1 })
    return new RowFeed(bench, rows.at(-1) ?? { monoUs: 0, slot, id: -1 }, take)
  }

  /** Reads what was not told: rows that were too many at once, or came while the bench could not be reached. */
  catchUp(): void {
    this.#turn = this.#turn.then(() => this.#read())
  }

  /** Takes what there is up to now, and ends. */
  async end(): Promise<void> {
    this.catchUp()
    await this.#turn
    this.#stop()
  }

  async #read(): Promise<void> {
    const { call, slot } = this.#bench
    for (let later = true; later;) {
      const after = this.#last
      const page = await call('log.page', { filter: { slots: [slot] }, after, count: atOnce })
      this.#add(page.rows)
      later = page.later && page.rows.length > 0
    }
  }
  #add(rows: readonly LogRow[]): void {
    const fresh = rows.filter(({ id }) => id > this.#last.id)
    const last = fresh.at(-1)
    if (!last) return
    this.#last = last
    this.#take(fresh)
  }
}

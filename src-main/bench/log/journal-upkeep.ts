import type { JournalSettings, JournalsState } from '@contract'
import { errorWords, Fault } from '@core/fault'
import type { JournalSum } from '@core/ports/journal-care'
import type { Cancel } from '@core/ports/clock'
import type { Words } from '@core/words'
import type { Environment } from '@bench/environment'
import { noJournalCare, packed, removed, upkeepFailed } from './upkeep-words'

const everyMs = 3_600_000

interface Options {
  readonly environment: Pick<Environment, 'clock' | 'journals' | 'report'>
  /** What is set now; what a host was started with counts before it. */
  readonly settings: () => JournalSettings
  /** Told of what was done, and of what could not be. */
  readonly say: (words: Words) => void
}

/** Removes and packs old journals as the settings say, at the start and every hour. */
export class JournalUpkeep {
  readonly #options: Options
  #next: Cancel | undefined
  #work: Promise<unknown> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
  }

  start(): void {
    if (!this.#options.environment.journals) return
    this.#next = this.#options.environment.clock.schedule(0, () => void this.#round())
  }
  /** Resolves when nothing is touched any more. */
  async stop(): Promise<void> {
    this.#next?.()
    this.#next = undefined
    await this.#work
  }

  /** Rejects with `Fault('store-failed')`, also where this host keeps no journals. */
  async state(): Promise<JournalsState> {
    const care = this.#care
    const [state, beyond] = [await care.state(), await care.prune(this.#options.settings(), true)]
    return { ...state, beyond }
  }

  /** Removes what is beyond the limits now. Rejects as `state` does. */
  prune(): Promise<JournalSum> {
    const care = this.#care
    return this.#alone(() => care.prune(this.#options.settings(), false))
  }

  async #round(): Promise<void> {
    const { environment, settings, say } = this.#options
    const { journals, clock } = environment
    if (!journals) return
    try {
      const { pack } = settings()
      const gone = await this.prune()
      if (gone.count > 0) say(removed(gone.count))
      const saved = pack ? await this.#alone(() => journals.pack()) : undefined
      if (saved && saved.count > 0) say(packed(saved.count))
    } catch (error) {
      environment.report(error, 'looking after journals')
      say(upkeepFailed(errorWords(error)))
    }
    // Stopped meanwhile: no other round.
    if (this.#next) this.#next = clock.schedule(everyMs, () => void this.#round())
  }

  get #care() {
    const { journals } = this.#options.environment
    if (journals) return journals
    throw new Fault('store-failed', noJournalCare)
  }

  /** One after the other: two at once would pack and remove the same file. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work)
    this.#work = done.catch(() => undefined)
    return done
  }
}

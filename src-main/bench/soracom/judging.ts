import { Fault } from '@core/fault'
import type { SlotName } from '@core/modem/slot-names'
import type { Clock } from '@core/ports/clock'
import { sleep } from '@core/wait'
import type { SoracomSeen } from '@core/soracom/platform'
import { platformSays, type Attempt } from '@core/soracom/verdict'
import type { Words } from '@core/words'

interface Options {
  readonly clock: Clock
  readonly look: (slot: SlotName) => Promise<SoracomSeen>
  readonly onWords: (slot: SlotName, words: Words) => void
}

/** An event of a session takes some seconds until the platform tells it: what it does not tell counts only after this. */
const eventWithinMs = 10_000

/** What the platform adds to the verdict of a connection that failed; one attempt of a slot at a time. */
export class Judging {
  readonly #o: Options
  readonly #under = new Map<
    SlotName,
    {
      readonly controller: AbortController
      readonly attempt: Attempt
      readonly words: Promise<Words | undefined>
    }
  >()
  constructor(options: Options) {
    this.#o = options
  }

  /** Another attempt began, or the account is another one. */
  drop(slot: SlotName): void {
    this.#under.get(slot)?.controller.abort()
    this.#under.delete(slot)
  }

  /**
   * Tells what is known; where the platform has no answer, nothing is. Undefined: it proves nothing. Who asks for an attempt that is being
   * judged already waits for that.
   */
  judge(slot: SlotName, attempt: Attempt): Promise<Words | undefined> {
    const under = this.#under.get(slot)
    if (under?.attempt.verdict === attempt.verdict) return under.words
    this.drop(slot)
    const controller = new AbortController()
    const words = this.#judged(slot, attempt, controller.signal)
    this.#under.set(slot, { controller, attempt, words })
    return words
  }
  async #judged(slot: SlotName, attempt: Attempt, signal: AbortSignal): Promise<Words | undefined> {
    const words = await this.#words(slot, attempt, signal)
    if (signal.aborted) return undefined
    this.#under.delete(slot)
    if (words) this.#o.onWords(slot, words)
    return words
  }

  async #words(slot: SlotName, attempt: Attempt, signal: AbortSignal): Promise<Words | undefined> {
    try {
      const first = await this.#says(slot, attempt)
      if (!first?.mayChange) return first?.words
      await sleep(this.#o.clock, eventWithinMs, signal)
      return (await this.#says(slot, attempt))?.words
    } catch (error) {
      // Why the platform did not answer is in what was seen of it; a verdict is no place for that.
      if (error instanceof Fault) return undefined
      throw error
    }
  }
  async #says(slot: SlotName, attempt: Attempt) {
    const { sim, events } = await this.#o.look(slot)
    return sim ? platformSays(attempt, sim, events) : undefined
  }
}

import { Fault } from '@core/fault'
import type { SlotName } from '@core/modem/slot-names'
import type { Cancel, Clock } from '@core/ports/clock'
import { AskLater } from './refusal'

interface Options {
  readonly clock: Clock
  readonly look: (slot: SlotName) => Promise<unknown>
  readonly onStop: (slot: SlotName) => void
  readonly report: (error: unknown) => void
}

/** Two questions each time: six a minute a slot. */
export const everyMs = 20_000
/** After something that most likely passes. */
const afterTroubleMs = 60_000
/** With these the answer stays the same until a person does something. */
const lasting: ReadonlySet<string> = new Set([
  'soracom-signed-out',
  'soracom-sign-in',
  'soracom-forbidden',
  'soracom-no-sim',
  'soracom-no-identity',
  'soracom-cli-missing',
  'soracom-cli-failed',
  'soracom-certificate',
])

/** Asks again and again for as long as somebody watches, and no more often than the platform wants. */
export class Watching {
  readonly #o: Options
  readonly #planned = new Map<SlotName, Cancel>()
  constructor(options: Options) {
    this.#o = options
  }

  begin(slot: SlotName): void {
    if (!this.#planned.has(slot)) this.#plan(slot, everyMs)
  }
  end(slot: SlotName): void {
    this.#planned.get(slot)?.()
    if (this.#planned.delete(slot)) this.#o.onStop(slot)
  }
  stop(): void {
    for (const slot of [...this.#planned.keys()]) this.end(slot)
  }

  #plan(slot: SlotName, ms: number): void {
    const cancel = this.#o.clock.schedule(ms, () => {
      this.#o
        .look(slot)
        .then(
          () => this.#again(slot, cancel, everyMs),
          (error: unknown) => this.#failed(slot, cancel, error),
        )
        .catch(this.#o.report)
    })
    this.#planned.set(slot, cancel)
  }
  /** Unless it was ended meanwhile. */
  #again(slot: SlotName, planned: Cancel, ms: number): void {
    if (this.#planned.get(slot) === planned) this.#plan(slot, ms)
  }
  #failed(slot: SlotName, planned: Cancel, error: unknown): void {
    if (!(error instanceof Fault)) this.#o.report(error)
    if (error instanceof Fault && lasting.has(error.code)) {
      if (this.#planned.get(slot) === planned) this.end(slot)
      return
    }
    const wanted = error instanceof AskLater ? error.afterMs : 0
    this.#again(slot, planned, Math.max(wanted, afterTroubleMs))
  }
}

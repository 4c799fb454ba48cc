import { ladderOf, type LadderInput } from '@core/connect/ladder'
import type { SlotState } from '@contract'
import type { Clock } from '@core/ports/clock'

interface Options {
  readonly clock: Clock
  readonly state: () => Omit<LadderInput, 'nowMs'> & Pick<SlotState, 'rungs'>
  /** The rungs are others now. */
  readonly onChange: (rungs: SlotState['rungs']) => void
}

/**
 * The ladder of a slot, made anew when somebody looks or when what a read brought has been taken in: of a thousand lines
 * that come together only the last says how far the modem is, and each may change a rung.
 */
export class SlotLadder {
  readonly #options: Options
  #due = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Something changed that a rung may tell of. */
  later(): void {
    if (this.#due) return
    this.#due = true
    void Promise.resolve().then(() => this.look())
  }
  look(): void {
    if (!this.#due) return
    this.#due = false
    const before = this.#options.state().rungs
    const rungs = this.now()
    if (JSON.stringify(rungs) !== JSON.stringify(before)) this.#options.onChange(rungs)
  }
  now(): SlotState['rungs'] {
    const state = this.#options.state()
    return ladderOf({ ...state, nowMs: this.#options.clock.nowMs() }, state.rungs)
  }
}

import type { RungId } from '../connect/rungs'
import type { SlotName } from '../modem/slot-names'
import type { LogRow } from './row'
import { spelled } from './summary-parts'
import { SlotGathering } from './slot-gathering'
import type { SlotSummary, Stage } from './slot-summary'

/** Gathers a summary while rows pass by; its size does not grow with the log. */
export class SummaryReader {
  readonly #slots = new Map<SlotName, SlotGathering>()
  #last: SlotGathering | undefined

  take(row: LogRow): void {
    let gathering = this.#slots.get(row.slot)
    if (!gathering) this.#slots.set(row.slot, (gathering = new SlotGathering(row.slot)))
    this.#last = gathering
    gathering.take(spelled(row))
  }

  /** The rungs of the slot that was heard last, as they are now. */
  get stagesNow(): ReadonlyMap<RungId, Stage> {
    return this.#last?.stages ?? new Map()
  }

  get summary(): readonly SlotSummary[] {
    return [...this.#slots.values()].map((one) => one.summary)
  }
}

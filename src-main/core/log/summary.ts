import type { RungId } from '../modem/rungs'
import type { LogRow } from './row'
import { spelled, whose } from './summary-parts'
import { SlotGathering } from './slot-gathering'
import type { SlotSummary, Stage } from './slot-summary'

/** Gathers a summary while rows pass by; its size does not grow with the log. */
export class SummaryReader {
  readonly #slots = new Map<string, SlotGathering>()
  #last: SlotGathering | undefined

  take(row: LogRow): void {
    const one = whose(row)
    let gathering = this.#slots.get(one)
    if (!gathering) this.#slots.set(one, (gathering = new SlotGathering(row.slot, row.unit)))
    this.#last = gathering
    gathering.take(spelled(row))
  }

  /** The rungs of the slot that was heard last, as they are now. */
  get stagesNow(): ReadonlyMap<RungId, Stage> {
    return this.#last?.stages ?? new Map()
  }

  get summary(): readonly SlotSummary[] {
    return ofModems(
      [...this.#slots.values()].map((one) => one.summary),
      (one) => one,
    )
  }
}

/** Where a log tells of several modems, what somebody wrote above the first is no modem's. */
export function ofModems<One>(all: readonly One[], summaryOf: (one: One) => SlotSummary): One[] {
  const named = all.some((one) => summaryOf(one).unit !== undefined)
  return all.filter((one) => {
    const { unit, stages } = summaryOf(one)
    return !named || unit !== undefined || stages.some(({ state }) => state !== 'idle')
  })
}

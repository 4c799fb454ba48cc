import type { LogRow } from '../log/row'
import type { SlotName } from '../modem/slot-names'
import type { Step } from './step'
import { StepReader } from './step-reader'

/** The steps of a log, a slot each; a journal has two. */
export class LogSteps {
  readonly #readers = new Map<SlotName, StepReader>()
  startMs: number | undefined

  take(row: LogRow, shown: LogRow): void {
    let reader = this.#readers.get(row.slot)
    if (!reader) this.#readers.set(row.slot, (reader = new StepReader()))
    if (row.timed !== 'none') this.startMs ??= row.atMs
    reader.take(row, shown)
  }

  /** The steps of the slot asked for, or of the one that did most. */
  end(slot?: SlotName): readonly Step[] {
    const all = [...this.#readers].map(([name, reader]) => ({ name, steps: reader.end() }))
    const asked = all.find(({ name }) => name === slot)
    return asked?.steps ?? all.sort((a, b) => b.steps.length - a.steps.length)[0]?.steps ?? []
  }
}

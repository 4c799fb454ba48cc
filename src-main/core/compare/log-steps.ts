import type { LogRow } from '../log/row'
import { whose } from '../log/summary-parts'
import type { SlotName } from '../modem/slot-names'
import type { Step } from './step'
import { StepReader } from './step-reader'

/** The steps of a log, a slot each; a journal has two. */
export class LogSteps {
  readonly #readers = new Map<string, StepReader>()
  startMs: number | undefined

  take(row: LogRow, shown: LogRow): void {
    const one = whose(row)
    let reader = this.#readers.get(one)
    if (!reader) this.#readers.set(one, (reader = new StepReader()))
    if (row.timed !== 'none') this.startMs ??= row.atMs
    reader.take(row, shown)
  }

  /** The steps of the slot asked for, or of the one that did most. */
  end(slot?: SlotName): readonly Step[] {
    const all = [...this.#readers].map(([name, reader]) => ({ name, steps: reader.end() }))
    const asked = all.find(({ name }) => name === slot || name.split(' ')[0] === slot)
    return asked?.steps ?? all.sort((a, b) => b.steps.length - a.steps.length)[0]?.steps ?? []
  }
}

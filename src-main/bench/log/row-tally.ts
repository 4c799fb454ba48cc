import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import { isSentCommand } from '@core/simulator/replay/recording'
import { bookmarkedIn } from './row-filter'

/** What is said of a log as a whole, gathered row by row. */
export class RowTally {
  readonly slots = new Set<SlotName>()
  warnings = 0
  failures = 0
  readonly #modems = new Set<SlotName>()
  readonly #marks: LogRow[] = []

  take(row: LogRow): void {
    this.slots.add(row.slot)
    const severity = row.explanation?.severity
    if (severity === 'warning') this.warnings++
    if (severity === 'failure') this.failures++
    if (isSentCommand(row)) this.#modems.add(row.slot)
    if (row.mark) this.#marks.push(row)
  }

  /** The modems that were sent a command. */
  get modems(): readonly SlotName[] {
    return [...this.#modems].sort()
  }
  /** The numbers of the rows that have a bookmark. */
  get bookmarks(): readonly number[] {
    return [...bookmarkedIn(this.#marks)].map((key) => Number(key.slice(1)))
  }
}

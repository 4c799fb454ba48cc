import type { RowFilter } from '@contract'
import type { Knowledge } from '@core/at/knowledge'
import { Fault } from '@core/fault'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { rowSearch } from '@core/log/row-search'
import type { SlotName } from '@core/modem/slot-state'
import type { Severity } from '@core/words'
import type { Journal } from './environment'

// What is kept ready for the window; older rows are read again from the journal.
const mostRows = 50_000
const entriesAtOnce = 2000

const ranks: { readonly [severity in Severity]: number } = {
  fine: 0,
  notice: 1,
  warning: 2,
  failure: 3,
}

interface Shelf {
  rows: LogRow[]
  /** Rows were dropped at the front: the journal has more. */
  cut: boolean
}

/** The rows of both slots: the newest in memory, all of them in the journals. */
export class LogBook {
  readonly #knowledge: Knowledge
  readonly #journal: (slot: SlotName) => Journal | undefined
  readonly #shelves: { readonly [slot in SlotName]: Shelf } = {
    a: { rows: [], cut: false },
    b: { rows: [], cut: false },
  }
  readonly #marks: LogRow[] = []

  constructor(knowledge: Knowledge, journal: (slot: SlotName) => Journal | undefined) {
    this.#knowledge = knowledge
    this.#journal = journal
  }

  add(rows: readonly LogRow[]): void {
    for (const row of rows) {
      if (row.mark) this.#marks.push(row)
      const shelf = this.#shelves[row.slot]
      shelf.rows.push(row)
    }
    for (const shelf of Object.values(this.#shelves)) {
      const over = shelf.rows.length - mostRows * 1.2
      if (over <= 0) continue
      shelf.rows.splice(0, shelf.rows.length - mostRows)
      shelf.cut = true
    }
  }

  /** The newest `count` rows that pass the filter and are older than the moment given, oldest first. */
  async page(
    filter: RowFilter,
    beforeUs: number | undefined,
    count: number,
  ): Promise<{ rows: readonly LogRow[]; more: boolean }> {
    const passes = passing(filter)
    const found: LogRow[] = []
    for (const slot of filter.slots)
      for await (const row of this.rows(slot)) {
        if (beforeUs !== undefined && row.monoUs >= beforeUs) break
        if (!passes(row)) continue
        found.push(row)
        if (found.length > 4 * count) trim(found, count + 1)
      }
    found.sort((a, b) => a.monoUs - b.monoUs || a.id - b.id)
    const more = found.length > count
    return { rows: found.slice(-count), more }
  }

  /** Every comment and bookmark, oldest first. */
  get marks(): readonly LogRow[] {
    return this.#marks
  }

  async find(slot: SlotName, id: number): Promise<LogRow | undefined> {
    for await (const row of this.rows(slot)) if (row.id === id) return row
    return undefined
  }

  /** Every row of a slot from the first octet on. */
  async *rows(slot: SlotName): AsyncGenerator<LogRow> {
    const shelf = this.#shelves[slot]
    const journal = this.#journal(slot)
    if (!shelf.cut || !journal) {
      yield* shelf.rows.slice()
      return
    }
    const reader = new LogReader({ slot, knowledge: this.#knowledge })
    for (let from = 0; from < journal.count; from += entriesAtOnce)
      for (const entry of await journal.read(from, from + entriesAtOnce))
        if (entry.slot === slot) yield* reader.push(entry)
  }
}

function trim(rows: LogRow[], count: number): void {
  rows.sort((a, b) => a.monoUs - b.monoUs || a.id - b.id)
  rows.splice(0, rows.length - count)
}

/** A filter as a test of one row. A search that cannot be understood throws `Fault('bad-input')`. */
export function passing(filter: RowFilter): (row: LogRow) => boolean {
  const kinds = new Set<string>(filter.kinds)
  const search = rowSearch(filter.text)
  if (search.problem !== undefined)
    throw new Fault('bad-input', `${filter.text} is not a regular expression: ${search.problem}`)
  const least = ranks[filter.minSeverity]
  return (row) =>
    (kinds.size === 0 || kinds.has(row.kind)) &&
    (least === 0 || ranks[row.explanation?.severity ?? 'fine'] >= least) &&
    search.matches(row)
}

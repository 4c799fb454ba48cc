import type { LogRow } from '@contract'

/** The newest rows of one slot. Older ones are on the host's disk and come back by page. */
export class RowRing {
  readonly #limit: number
  #rows: LogRow[] = []
  constructor(limit: number) {
    this.#limit = limit
  }

  get rows(): readonly LogRow[] {
    return this.#rows
  }

  /** Adds rows in order; those already here (a page and the live rows may overlap) are skipped. */
  append(rows: readonly LogRow[]): void {
    let last = this.#rows.at(-1)
    for (const row of rows) {
      // Ids start again with a new journal, so a repeat is also one that is not later.
      if (last && row.id <= last.id && row.monoUs <= last.monoUs) continue
      this.#rows.push(row)
      last = row
    }
    // Trimmed in large bites, since cutting the front of an array costs its length.
    if (this.#rows.length > this.#limit * 1.1) this.#rows = this.#rows.slice(-this.#limit)
  }

  clear(): void {
    this.#rows = []
  }
}

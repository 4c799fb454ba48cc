import type { FoundRow, LogCount, LogPage } from '@contract'
import type { LogRow } from '@core/log/row'
import { rowBlock, type RowBlock } from '@core/log/row-block'
import type { RowPlace } from '@core/log/row-order'
import type { SlotName } from '@core/modem/slot-names'
import type { Heading } from './log-book'
import { noRows, type GoOn, type Wanted } from './log-walk'
import type { RowTest } from './row-filter'

/** Rows of a block: so many are looked at between two turns of others, or passed over at once. */
const blockRows = 512

/**
 * The rows of a log file at their numbers, perhaps while the file is still read: a page is looked for from its place on, not from
 * the first row. What can be said only of the whole file waits for its end.
 */
export class RowList {
  readonly rows: LogRow[] = []
  /** What whole stretches of `blockRows` rows say. */
  readonly #blocks: RowBlock[] = []
  readonly #firsts = new Map<SlotName, LogRow>()
  #whole = false
  #closed = false
  #waiting: (() => void)[] = []

  add(rows: readonly LogRow[]): void {
    for (const row of rows) {
      this.rows.push(row)
      if (!this.#firsts.has(row.slot)) this.#firsts.set(row.slot, row)
    }
    for (
      let at = this.#blocks.length * blockRows;
      at + blockRows <= this.rows.length;
      at += blockRows
    )
      this.#blocks.push(rowBlock(this.rows.slice(at, at + blockRows)))
    if (rows.length > 0) this.#tell()
  }
  /** No more rows come. */
  end(): void {
    this.#whole = true
    this.#tell()
  }
  /** Nobody reads it any more: whoever waits for rows gets none. */
  close(): void {
    this.#closed = true
    this.#tell()
  }
  get closed(): boolean {
    return this.#closed
  }
  /** Every row of the file is here. */
  get whole(): boolean {
    return this.#whole
  }

  async page(
    slots: readonly SlotName[],
    test: RowTest,
    { before, after, around, count }: Wanted,
    goOn: GoOn,
  ): Promise<LogPage> {
    const fits = ofSlots(slots, test)
    const place = before ?? after ?? around
    const begin = place ? this.#from(place) : this.rows.length
    const half = around ? Math.ceil(count / 2) : count
    const above = after ? [] : await this.#take(begin - 1, -1, fits, half + 1, goOn)
    const from = after && this.#has(after) ? begin + 1 : begin
    const end = this.rows.length
    const below = before ? [] : await this.#take(from, 1, fits, half + 1, goOn, end)
    if (!above || !below) return noRows
    const later = before !== undefined || below.length > half
    const toCome = !this.#whole || end < this.rows.length
    return {
      rows: [...above.slice(0, half).reverse(), ...below.slice(0, half)],
      more: after !== undefined || above.length > half,
      later,
      first: this.#first(slots),
      ...(!later && toCome && { readTo: end - 1 }),
    }
  }

  /** The next row that fits, or the one before; waits for the rest of the file where it is not there yet. */
  async find(
    slots: readonly SlotName[],
    test: RowTest,
    { from, back }: Heading,
    goOn: GoOn,
  ): Promise<FoundRow> {
    const fits = ofSlots(slots, test)
    const start = from ? this.#from(from) : 0
    const behind = from && this.#has(from) ? start + 1 : start
    const near = !back
      ? await this.#takeToEnd(behind, fits, 1, goOn)
      : from
        ? await this.#take(start - 1, -1, fits, 1, goOn)
        : await this.#last(fits, -1, goOn)
    if (!near) return stopped
    if (near[0] || !from) return { row: near[0] ?? null, again: false, stopped: false }
    // Where the search began counts last.
    const far = back
      ? await this.#last(fits, start - 1, goOn)
      : await this.#take(0, 1, fits, 1, goOn, behind)
    if (!far) return stopped
    return { row: far[0] ?? null, again: far[0] !== undefined, stopped: false }
  }

  /** How many rows fit in all of the file, once it is there, and which of them the row at a place is. */
  async count(
    slots: readonly SlotName[],
    test: RowTest,
    of: RowPlace | undefined,
    goOn: GoOn,
  ): Promise<LogCount> {
    const fits = ofSlots(slots, test)
    let [count, at] = [0, 0]
    const row = (one: LogRow) => {
      if (!fits.row(one)) return false
      count++
      if (one.id === of?.id) at = count
      return false
    }
    const all = await this.#takeToEnd(0, { ...fits, row }, 1, goOn)
    const last = this.rows.findLast((row) => slots.includes(row.slot)) ?? null
    return { count, at, last, stopped: all === undefined }
  }

  /** The number from which on rows are not before the place. */
  #from(place: RowPlace): number {
    return Math.max(0, Math.min(place.id, this.rows.length))
  }
  #has({ id }: RowPlace): boolean {
    return id >= 0 && id < this.rows.length
  }
  #first(slots: readonly SlotName[]): LogRow | null {
    const firsts = [...new Set(slots)].flatMap((slot) => this.#firsts.get(slot) ?? [])
    return firsts.sort((a, b) => a.id - b.id)[0] ?? null
  }

  /** The last row of the file that fits, once that is there; `downTo` is not looked at. */
  async #last(fits: RowTest, downTo: number, goOn: GoOn): Promise<LogRow[] | undefined> {
    while (!this.#whole) if (!(await this.#moreCame(goOn))) return undefined
    return this.#take(this.rows.length - 1, -1, fits, 1, goOn, downTo)
  }

  /** The same up to the last row of the file, however long that takes to come. */
  async #takeToEnd(
    from: number,
    fits: RowTest,
    most: number,
    goOn: GoOn,
  ): Promise<LogRow[] | undefined> {
    const found: LogRow[] = []
    for (let at = from; ;) {
      const size = this.rows.length
      const taken = await this.#take(at, 1, fits, most - found.length, goOn, size)
      if (!taken) return undefined
      found.push(...taken)
      if (found.length >= most) return found
      at = Math.max(at, size)
      if (at < this.rows.length) continue
      if (this.#whole) return found
      if (!(await this.#moreCame(goOn))) return undefined
    }
  }

  /** Rows that fit, in the order they are met; undefined when nobody waits for them any more. `end` is not looked at. */
  async #take(
    from: number,
    by: 1 | -1,
    test: RowTest,
    most: number,
    goOn: GoOn,
    end = by > 0 ? this.rows.length : -1,
  ): Promise<LogRow[] | undefined> {
    const found: LogRow[] = []
    for (let at = from; by > 0 ? at < end : at > Math.max(end, -1);) {
      const first = at - (at % blockRows)
      const block = this.#blocks[first / blockRows]
      const next = by > 0 ? first + blockRows : first - 1
      if (!block || test.block(block))
        for (; at !== next && at !== end; at += by) {
          const row = this.rows[at]
          if (row && test.row(row) && found.push(row) >= most) return found
        }
      at = next
      if (!(await goOn())) return undefined
    }
    return found
  }

  /** Until more rows came, or the end; false when nobody waits for them any more. */
  async #moreCame(goOn: GoOn): Promise<boolean> {
    if (this.#closed) return false
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return goOn()
  }
  #tell(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }
}

const stopped: FoundRow = { row: null, again: false, stopped: true }

function ofSlots(slots: readonly SlotName[], test: RowTest): RowTest {
  const wanted = new Set(slots)
  return { ...test, row: (row) => wanted.has(row.slot) && test.row(row) }
}

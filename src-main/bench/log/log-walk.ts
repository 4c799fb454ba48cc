import type { FoundRow, LogCount, LogPage } from '@contract'
import type { RowPlace } from '@core/log/row-order'
import type { LogRow } from '@core/log/row'

/** Rows in their order, in pieces, and what their order is. */
export interface RowWalk {
  readonly pieces: AsyncIterable<readonly LogRow[]>
  order(a: RowPlace, b: RowPlace): number
}

export type Passes = (row: LogRow) => boolean
/** Lets others have their turn; false when nobody waits for the answer any more. */
export type GoOn = () => Promise<boolean>

/** Which rows of all: those right before a place, right behind it, or around it; without one the newest. */
export interface Wanted {
  readonly before?: RowPlace | undefined
  readonly after?: RowPlace | undefined
  readonly around?: RowPlace | undefined
  readonly count: number
}

const rowsAtOnce = 250

/** Every row one time, from the first on, until `see` says that it has enough. Returns whether it came to an end. */
async function walk(
  { pieces }: RowWalk,
  goOn: GoOn,
  see: (row: LogRow) => boolean,
): Promise<boolean> {
  let seen = 0
  for await (const piece of pieces) {
    for (const row of piece) {
      if (!see(row)) return true
      if (++seen % rowsAtOnce === 0 && !(await goOn())) return false
    }
    // It may have been long in the making, and have no row of these slots.
    if (!(await goOn())) return false
  }
  return true
}

/** What is answered where somebody ended the search. */
export const noRows: LogPage = { rows: [], more: false, later: false, first: null }
export const noRow: FoundRow = { row: null, again: false, stopped: true }
export const noCount: LogCount = { count: 0, at: 0, last: null, stopped: true }

/** One page of the rows that pass. */
export async function pageOf(
  rows: RowWalk,
  passes: Passes,
  { before, after, around, count }: Wanted,
  goOn: GoOn,
): Promise<LogPage> {
  // The rows up to here are the newest ones of a page, those from here on its oldest.
  const place = before ?? after ?? around
  const half = around ? Math.ceil(count / 2) : count
  const above = new Newest(after ? 0 : half)
  const below: LogRow[] = []
  const most = before ? 0 : half
  let first: LogRow | null = null
  const whole = await walk(rows, goOn, (row) => {
    first ??= row
    const side = place ? rows.order(row, place) : -1
    if (side === 0 && !around) return true
    if (side >= 0 && before) return false
    if (!passes(row)) return true
    if (side < 0) above.add(row)
    else below.push(row)
    return below.length <= most
  })
  if (!whole) return noRows
  return {
    rows: [...above.rows, ...below.slice(0, most)],
    more: after !== undefined || above.more,
    later: before !== undefined || below.length > most,
    first,
  }
}

/** The next row that fits, or the one before; behind the last one the search goes on at the first. */
export async function findIn(
  rows: RowWalk,
  fits: Passes,
  { from, back }: { readonly from?: RowPlace | undefined; readonly back: boolean },
  goOn: GoOn,
): Promise<FoundRow> {
  const found: { before: LogRow | null; behind: LogRow | null } = { before: null, behind: null }
  const whole = await walk(rows, goOn, (row) => {
    const side = from ? rows.order(row, from) : back ? -1 : 1
    // Where the search began counts last.
    const isBefore = back ? side < 0 : side <= 0
    if (back && !isBefore && found.before) return false
    if (!fits(row)) return true
    if (!isBefore) found.behind = row
    else if (back || !found.before) found.before = row
    return back || isBefore
  })
  if (!whole) return noRow
  const [near, far] = back ? [found.before, found.behind] : [found.behind, found.before]
  return { row: near ?? far, again: near === null && far !== null, stopped: false }
}

/** How many rows fit, and which of them the row at a place is. */
export async function countOf(
  rows: RowWalk,
  fits: Passes,
  of: RowPlace | undefined,
  goOn: GoOn,
): Promise<LogCount> {
  const counted: { count: number; at: number; last: LogRow | null } = {
    count: 0,
    at: 0,
    last: null,
  }
  const whole = await walk(rows, goOn, (row) => {
    counted.last = row
    if (!fits(row)) return true
    counted.count++
    if (of && rows.order(row, of) === 0) counted.at = counted.count
    return true
  })
  return { ...counted, stopped: !whole }
}

/** The newest rows of many. */
class Newest {
  readonly #most: number
  #rows: LogRow[] = []
  more = false

  constructor(most: number) {
    this.#most = most
  }
  add(row: LogRow): void {
    this.#rows.push(row)
    if (this.#rows.length > 2 * this.#most + 1) this.#trim()
  }
  get rows(): readonly LogRow[] {
    this.#trim()
    return this.#rows
  }
  #trim(): void {
    if (this.#rows.length <= this.#most) return
    this.more = true
    this.#rows = this.#most === 0 ? [] : this.#rows.slice(-this.#most)
  }
}

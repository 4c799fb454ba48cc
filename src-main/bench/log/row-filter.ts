import type { RowFilter, SearchGoal } from '@contract'
import { Fault } from '@core/fault'
import type { LogRow } from '@core/log/row'
import type { RowBlock } from '@core/log/row-block'
import { rowSearch } from '@core/log/row-search'
import type { Severity } from '@core/words'
import { notAnExpression } from './words'

const ranks: { readonly [severity in Severity]: number } = {
  fine: 0,
  notice: 1,
  warning: 2,
  failure: 3,
}

/** Which rows are wanted, and whether any may be among many. */
export interface RowTest {
  readonly row: (row: LogRow) => boolean
  /** False: none of them. */
  readonly block: (rows: RowBlock) => boolean
}

/** A filter as a test of rows. A search that cannot be understood throws `Fault('bad-input')`. */
export function passing(filter: RowFilter): RowTest {
  const kinds = new Set<string>(filter.kinds)
  const search = searching(filter.text)
  const terms = filter.terms.map(({ text, not }) => ({ ...searching(text), not }))
  const least = ranks[filter.minSeverity]
  return {
    row: (row) =>
      (kinds.size === 0 || kinds.has(row.kind)) &&
      (least === 0 || ranks[row.explanation?.severity ?? 'fine'] >= least) &&
      search.matches(row) &&
      terms.every((term) => term.matches(row) !== term.not),
    block: (rows) =>
      (least === 0 || rows.meanings.some(({ severity }) => ranks[severity] >= least)) &&
      search.mayMatch(rows) &&
      terms.every((term) => term.not || term.mayMatch(rows)),
  }
}

function searching(text: string) {
  const search = rowSearch(text)
  if (search.problem !== undefined)
    throw new Fault('bad-input', notAnExpression(text, search.problem))
  return search
}

/** The rows under the filter that fit the goal. What says that a bookmark was set is none of them. */
export function fitting(
  filter: RowFilter,
  { text = '', minSeverity = 'fine', marked = false }: SearchGoal,
  bookmarked: ReadonlySet<string>,
): RowTest {
  const passes = passing(filter)
  const fits = passing({ ...filter, kinds: [], terms: [], text, minSeverity })
  return {
    row: (row) =>
      (row.about === undefined || row.mark === 'comment') &&
      (!marked || row.mark === 'comment' || bookmarked.has(`${row.slot}${row.id}`)) &&
      fits.row(row) &&
      passes.row(row),
    block: (rows) => fits.block(rows) && passes.block(rows),
  }
}

/** The rows that have a bookmark after all of these marks, as `a12`. */
export function bookmarkedIn(marks: readonly LogRow[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { slot, mark, about } of marks) {
    if (about === undefined) continue
    if (mark === 'bookmark') keys.add(`${slot}${about}`)
    else keys.delete(`${slot}${about}`)
  }
  return keys
}

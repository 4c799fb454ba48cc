import { rowSearch, type LogRow, type RowFilter } from '@contract'
import { atLeast } from '../../components/row-mark'
import { say } from '../../text'

export interface Matcher {
  /** What is wrong with the regular expression, in the reader's language. */
  readonly problem?: string
  matches(row: LogRow): boolean
}

/** The filter of the log for rows that arrive live; the host applies the same to the pages it sends. */
export function matcherOf(filter: RowFilter): Matcher {
  const search = rowSearch(filter.text)
  const terms = filter.terms.map(({ text, not }) => ({ ...rowSearch(text), not }))
  const problem = [search, ...terms].find((one) => one.problem !== undefined)?.problem
  if (search.problem !== undefined || problem !== undefined)
    return { problem: problem ? say(problem) : '', matches: () => false }
  return {
    matches: (row) =>
      filter.slots.includes(row.slot) &&
      (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
      atLeast(row, filter.minSeverity) &&
      search.matches(row) &&
      terms.every((term) => term.problem === undefined && term.matches(row) !== term.not),
  }
}

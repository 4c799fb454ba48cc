import type { LogRow, RowFilter } from '@contract'
import { atLeast } from '../../components/row-mark'

export interface Matcher {
  /** What is wrong with the regular expression, as the engine says it. */
  readonly problem?: string
  matches(row: LogRow): boolean
}

/** The filter of the log for rows that arrive live; the host applies the same to the pages it sends. */
export function matcherOf(filter: RowFilter): Matcher {
  const text = textMatcher(filter.text)
  if (typeof text === 'string') return { problem: text, matches: () => false }
  return {
    matches: (row) =>
      filter.slots.includes(row.slot) &&
      (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
      atLeast(row, filter.minSeverity) &&
      text(row),
  }
}

function textMatcher(wanted: string): string | ((row: LogRow) => boolean) {
  if (wanted === '') return () => true
  const pattern = /^\/(.+)\/([a-z]*)$/s.exec(wanted)
  if (!pattern) {
    const lower = wanted.toLowerCase()
    return (row) => wordsOf(row).toLowerCase().includes(lower)
  }
  try {
    // Without g and y, which would make one row's answer depend on the row before.
    const expression = new RegExp(pattern[1] ?? '', (pattern[2] || 'i').replace(/[gy]/g, ''))
    return (row) => expression.test(wordsOf(row))
  } catch (error) {
    if (error instanceof SyntaxError) return error.message
    throw error
  }
}

function wordsOf(row: LogRow): string {
  const words = row.explanation?.words
  return words ? `${row.text}\n${words.en}\n${words.ja}` : row.text
}

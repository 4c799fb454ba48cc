import type { Explanation } from '../at/knowledge'
import type { LogRow } from './row'

/** What a stretch of rows says: a search passes over it where nothing in it can fit. */
export interface RowBlock {
  /** Their lines in lower case. */
  readonly lines: string
  /** What they mean, each once. */
  readonly meanings: readonly Explanation[]
}

export function rowBlock(rows: readonly LogRow[]): RowBlock {
  const meanings = new Set<Explanation>()
  for (const { explanation } of rows) if (explanation) meanings.add(explanation)
  const lines = rows.map(({ text }) => text).join('\n')
  return { lines: lines.toLowerCase(), meanings: [...meanings] }
}

import type { LogRow } from './row'

/** Where a row stands among the rows of both slots. */
export type RowPlace = Pick<LogRow, 'monoUs' | 'slot' | 'id'>

/** The order of a log of both slots: by time, and at the same microsecond slot a first. */
export function compareRows(a: RowPlace, b: RowPlace): number {
  if (a.monoUs !== b.monoUs) return a.monoUs - b.monoUs
  if (a.slot !== b.slot) return a.slot < b.slot ? -1 : 1
  return a.id - b.id
}

/** Two ordered lists as one. */
export function mergeRows(a: readonly LogRow[], b: readonly LogRow[]): readonly LogRow[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a
  const all: LogRow[] = []
  let next = 0
  for (const row of a) {
    for (let other = b[next]; other && compareRows(other, row) < 0; other = b[++next])
      all.push(other)
    all.push(row)
  }
  for (; next < b.length; next++) {
    const row = b[next]
    if (row) all.push(row)
  }
  return all
}

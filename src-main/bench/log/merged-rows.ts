import { compareRows, mergeRows } from '@core/log/row-order'
import type { LogRow } from '@core/log/row'

/** Rows in their order, in pieces. */
export type Pieces = AsyncGenerator<readonly LogRow[]>

/** The same rows one by one. */
export async function* eachOf(pieces: Pieces): AsyncGenerator<LogRow> {
  for await (const piece of pieces) yield* piece
}

/** Two ordered sources as one; a row goes out when the other source cannot have an earlier one. */
export async function* merged(one: Pieces, other: Pieces): Pieces {
  const sources = [source(one), source(other)] as const
  for (;;) {
    for (const each of sources) await each.fill()
    const [a, b] = sources
    const limit = earlier(a.last, b.last)
    if (a.rows.length + b.rows.length === 0) return
    yield mergeRows(a.take(limit), b.take(limit))
  }
}

function earlier(a: LogRow | undefined, b: LogRow | undefined): LogRow | undefined {
  if (!a || !b) return a ?? b
  return compareRows(a, b) < 0 ? a : b
}

function source(pieces: Pieces) {
  let rows: readonly LogRow[] = []
  let ended = false
  return {
    get rows() {
      return rows
    },
    /** Nothing that comes after these is earlier; undefined when nothing comes. */
    get last() {
      return ended ? undefined : rows.at(-1)
    },
    async fill() {
      while (rows.length === 0 && !ended) {
        const next = await pieces.next()
        if (next.done) ended = true
        else rows = next.value
      }
    },
    take(limit: LogRow | undefined) {
      const count = limit ? countUpTo(rows, limit) : rows.length
      const taken = rows.slice(0, count)
      rows = rows.slice(count)
      return taken
    },
  }
}

/** How many of the rows are not behind the place. */
function countUpTo(rows: readonly LogRow[], place: LogRow): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row && compareRows(row, place) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

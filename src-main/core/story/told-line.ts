import { shownText } from '../log/formats/shown'
import type { LogRow } from '../log/row'
import type { Spelled } from '../log/summary-parts'
import type { Moment, ToldLine } from './story'

const longest = 200

export function momentOf(row: LogRow): Moment | undefined {
  if (row.timed === 'none') return undefined
  return row.timed === undefined ? { atMs: row.atMs } : { atMs: row.atMs, timed: row.timed }
}

export function toldLine(row: Spelled): ToldLine {
  const moment = momentOf(row)
  const words = row.explanation?.words
  return {
    id: row.id,
    dir: row.said === undefined ? row.dir : 'note',
    text: (row.said?.trim() ?? shownText(row)).slice(0, longest),
    ...(moment ? { moment } : {}),
    ...(words ? { words } : {}),
  }
}

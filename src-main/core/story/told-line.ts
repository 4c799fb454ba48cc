import { shownText } from '../log/formats/shown'
import type { LogRow } from '../log/row'
import type { Moment, ToldLine } from './story'

const longest = 200

export function momentOf(row: LogRow): Moment | undefined {
  if (row.timed === 'none') return undefined
  return row.timed === undefined ? { atMs: row.atMs } : { atMs: row.atMs, timed: row.timed }
}

export function toldLine(row: LogRow): ToldLine {
  const moment = momentOf(row)
  const words = row.explanation?.words
  return {
    id: row.id,
    dir: row.dir,
    text: shownText(row).slice(0, longest),
    ...(moment ? { moment } : {}),
    ...(words ? { words } : {}),
  }
}

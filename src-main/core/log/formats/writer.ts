import type { Language } from '../../words'
import type { LogRow } from '../row'

/** Turns rows into a file, piece by piece: what is written need not be kept. */
export interface LogWriter {
  /** What stands before the first row. */
  head(): string
  row(row: LogRow): string
  /** What stands behind the last row. */
  end(): string
}

export interface WriterOptions {
  readonly language: Language
  /** What the log is of, for titles: a port, a file. */
  readonly title?: string
  /** Minutes the local clock is ahead of UTC; times are UTC when it is not given. */
  readonly utcOffsetMin?: number
  /** More than one slot is in it: say which line is of which. */
  readonly slots?: boolean
}

import type { LiveParts } from './export-source'
import type { LogBook } from '@bench/log/log-book'
import type { LogDesk } from './desk/log-desk'
import type { Masking } from './masking'

/** What of the bench makes files of logs. */
export interface LogParts extends LiveParts {
  readonly log: LogBook
  readonly logs: LogDesk
  readonly masking: Masking
}

import { z } from 'zod'
import type { JournalSum } from '@core/ports/journal-care'

const limit = (most: number) => z.number().int().min(1).max(most).nullable()

/** What becomes of journals that are no longer written: nothing is removed or packed unless it is set here. */
export const journalSettings = z.object({
  /** Days since the last octet; null: for ever. */
  days: limit(36_500),
  /** MiB of all journals together; null: no limit. */
  mib: limit(1_000_000_000),
  /** MiB of the disk that are to be free: the oldest go until they are; null: no limit. */
  freeMib: limit(1_000_000_000),
  /** Pack closed journals with gzip. */
  pack: z.boolean(),
})
export type JournalSettings = z.output<typeof journalSettings>

export const keepAllJournals: JournalSettings = {
  days: null,
  mib: null,
  freeMib: null,
  pack: false,
}

/** The journals on the disk. */
export interface JournalsState extends JournalSum {
  readonly freeBytes: number
  /** What the limits would remove now. */
  readonly beyond: JournalSum
}

import { z } from 'zod'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-state'
import type { Words } from '@core/words'
import { call } from './call'
import { rowFilter, slotName } from './schema'

/** As much as is kept in memory; `modem-bench explain` reads files of any size. */
export const mostLogBytes = 32 * 1024 * 1024
/** Octets of a file that travel in one call. */
export const logPieceBytes = 384 * 1024

/** A log file that was opened to be read, beside the live ones. */
export interface OpenedLog {
  readonly id: string
  readonly name: string
  /** What wrote it, as far as one can tell: `Tera Term`, `MicroPython`. */
  readonly format: Words
  readonly rows: number
  readonly warnings: number
  readonly failures: number
  /** The modems of the log that were sent a command: what can be replayed. */
  readonly modems: readonly SlotName[]
  /** What was odd about the file. */
  readonly notices: readonly Words[]
}

/** The name of an opened log. */
export const logId = z.string().max(64)

export const logCalls = {
  /** Announces a file; its octets follow by `log.feed`. Rejects with bad-input when it is larger than `mostLogBytes`. */
  'log.open': call<{ readonly id: string }>()(
    z.object({ name: z.string().min(1).max(255), bytes: z.number().int().min(0) }),
  ),
  /** The next octets in base64; with the last ones the file is read and told about, until then null. */
  'log.feed': call<OpenedLog | null>()(
    z.object({ id: logId, base64: z.string().max(700_000), last: z.boolean() }),
  ),
  /** Rows of an opened log by number: those before `beforeId`, newest last. */
  'log.openedPage': call<{ readonly rows: readonly LogRow[]; readonly more: boolean }>()(
    z.object({
      id: logId,
      filter: rowFilter,
      beforeId: z.number().int().optional(),
      count: z.number().int().min(1).max(5000).default(500),
    }),
  ),
  'log.drop': call<void>()(z.object({ id: logId })),

  /** Puts a bookmark on a row, or takes it away; both are kept in the journal. */
  'log.bookmark': call<void>()(
    z.object({ slot: slotName, rowId: z.number().int(), on: z.boolean() }),
  ),
  /** Every comment and bookmark of this run, oldest first. */
  'log.marks': call<readonly LogRow[]>()(z.undefined()),
} as const

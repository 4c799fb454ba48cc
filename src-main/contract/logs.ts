import { z } from 'zod'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { Words } from '@core/words'
import { call } from './call'
import { rowFilter, slotName } from './schema'

/** As much as is kept in memory; `modem-bench explain` reads files of any size. */
export const mostLogBytes = 64 * 1024 * 1024
/** Octets of a file that travel in one call. */
export const logPieceBytes = 384 * 1024

/** A piece of an exported file ends with the row that reaches so many octets. */
export const filePieceBytes = 192 * 1024

/** A file too long for one answer. */
export interface FileRest {
  readonly id: string
  /** With the first one. */
  readonly pieces: number
  /** Of the whole file. */
  readonly bytes: number
}
/** Some of a file, in the form of its first piece. */
export interface FilePiece {
  readonly text?: string
  readonly base64?: string
}

/** A log file that was opened to be read, beside the live ones. */
export interface OpenedLog {
  readonly id: string
  readonly name: string
  /** What wrote it, as far as one can tell: `Tera Term`, `MicroPython`. */
  readonly format: Words
  /** It was read to its end; before that all of this is what its beginning says. */
  readonly whole: boolean
  readonly rows: number
  readonly warnings: number
  readonly failures: number
  /** The modems of the log that were sent a command: what can be replayed. */
  readonly modems: readonly SlotName[]
  /** What was odd about the file. */
  readonly notices: readonly Words[]
  /** The rows that have a bookmark, by number. */
  readonly bookmarks: readonly number[]
}

/** The name of an opened log. */
export const logId = z.string().max(64)

/** Where a row stands; a moment alone is the place before all of its rows. */
const rowPlace = z.object({
  monoUs: z.number(),
  slot: slotName.default('a'),
  id: z.number().int().default(-1),
})
/** Whoever searches again under the same name ends the search before. */
const searchId = z.string().min(1).max(64)

/** What is looked for; all that is given must hold. */
const searchGoal = z.object({
  text: z.string().max(1000).default(''),
  minSeverity: rowFilter.shape.minSeverity,
  /** A comment, or a row with a bookmark. */
  marked: z.boolean().default(false),
})
export type SearchGoal = z.input<typeof searchGoal>

export interface LogPage {
  readonly rows: readonly LogRow[]
  /** There are rows before these, or behind them. */
  readonly more: boolean
  readonly later: boolean
  /** The first row of the log: elapsed times count from it. */
  readonly first: LogRow | null
  /** The file is still being read: what comes behind the row of this number was not looked at. */
  readonly readTo?: number
}

export interface FoundRow {
  readonly row: LogRow | null
  /** It stands on the other side of where the search began: the search went on from the other end. */
  readonly again: boolean
  /** Somebody ended the search. */
  readonly stopped: boolean
}

/** How many rows a filter leaves, and which of them a row is. */
export interface LogCount {
  readonly count: number
  /** From 1 on; 0 where the row is none of them. */
  readonly at: number
  /** The last row of the log that was counted: what came later is not in it. */
  readonly last: LogRow | null
  readonly stopped: boolean
}

export const logCalls = {
  /** Announces a file; its octets follow by `log.feed`. Rejects with bad-input when it is larger than `mostLogBytes`. */
  'log.open': call<{ readonly id: string }>()(
    z.object({ name: z.string().min(1).max(255), bytes: z.number().int().min(0) }),
  ),
  /**
   * The next octets in base64. Answers when they were read, with what is known of the file: null while that is no row yet, the whole
   * of it with the last ones. Its rows can be asked for from the first answer on.
   */
  'log.feed': call<OpenedLog | null>()(
    z.object({ id: logId, base64: z.string().max(700_000), last: z.boolean() }),
  ),
  /**
   * Reads an opened log anew from two of its lines that were not understood, one sent and one received: what stands before them
   * is learned. The log has another name from then on. Rejects with bad-input where nothing can be learned from them.
   */
  'log.learn': call<OpenedLog>()(
    z.object({ id: logId, sent: z.number().int().min(0), received: z.number().int().min(0) }),
  ),
  /** Rows of the live log or an opened one. Without a place the newest, oldest first. */
  'log.page': call<LogPage>()(
    z.object({
      filter: rowFilter,
      /** Rows right before this one, right behind it, or around it. */
      before: rowPlace.optional(),
      after: rowPlace.optional(),
      around: rowPlace.optional(),
      count: z.number().int().min(1).max(5000).default(500),
      opened: logId.optional(),
      search: searchId.optional(),
    }),
  ),
  /**
   * The next row under the filter that fits the goal, or the one before; behind the last it goes on at the first. In a file that is
   * still being read it waits for the row to come.
   */
  'log.find': call<FoundRow>()(
    z.object({
      filter: rowFilter,
      goal: searchGoal,
      from: rowPlace.optional(),
      back: z.boolean().default(false),
      opened: logId.optional(),
      search: searchId,
    }),
  ),
  /** Counts the rows under a filter in all of the log; of a file that is still being read when it has ended. */
  'log.count': call<LogCount>()(
    z.object({
      filter: rowFilter,
      /** The row whose number among them is asked for. */
      of: rowPlace.optional(),
      opened: logId.optional(),
      search: searchId,
    }),
  ),
  /** Ends a search or a page under way: its answer comes at once, and empty. */
  'log.stop': call<void>()(z.object({ search: searchId })),
  /** Lets go of an opened log. */
  'log.drop': call<void>()(z.object({ id: logId })),

  /** Puts a bookmark on a row, or takes it away; both are kept in the journal. */
  'log.bookmark': call<void>()(
    z.object({ slot: slotName, rowId: z.number().int(), on: z.boolean() }),
  ),
  /** Every comment and bookmark of this run, oldest first. */
  'log.marks': call<readonly LogRow[]>()(z.undefined()),
} as const

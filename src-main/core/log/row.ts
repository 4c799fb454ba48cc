import type { Explanation } from '../at/knowledge'
import type { SlotName } from '../modem/slot-names'
import type { NoteMark } from './note'

/**
 * What a row of the log is. `divider`: the port closed, vanished or returned. `noise`: octets nobody can read.
 * `text`: a line of a log recorded elsewhere that is no exchange with a modem.
 */
export type RowKind =
  | 'command'
  | 'echo'
  | 'answer'
  | 'final'
  | 'unsolicited'
  | 'unknown'
  | 'ppp'
  | 'cmux'
  | 'note'
  | 'divider'
  | 'noise'
  | 'prompt'
  | 'payload'
  | 'text'

/**
 * What a log says of times: nothing, time since its start, the time of a day without a date, or date and time of a clock
 * whose zone it does not say.
 */
export type Timed = 'none' | 'elapsed' | 'day' | 'date'

/** One line of a slot's log, as every view and export shows it. */
export interface LogRow {
  /** Counts up by one within a slot's journal. */
  readonly id: number
  readonly slot: SlotName
  /** Milliseconds since 1970, for people. */
  readonly atMs: number
  /** Monotonic microseconds, for order between slots. */
  readonly monoUs: number
  readonly dir: 'rx' | 'tx' | 'note'
  readonly kind: RowKind
  /** The line as it was on the wire, one character an octet, without its line end; frames: a one-line summary. */
  readonly text: string
  /** The octets in hex, where the text does not say them (frames, noise). */
  readonly hex?: string
  /** The command this line answers. */
  readonly command?: string
  /** The answer came after its time-out, or when a later command had been sent already. */
  readonly late?: boolean
  /** The line above, of which this is the content: `+CMT: …`, `+CMGR: …`, `+HTTPREAD: 512`. */
  readonly header?: string
  /** A note a person left: a comment, or a bookmark (set or taken away) on the row `about` of the same slot. */
  readonly mark?: NoteMark
  readonly about?: number
  /** The channel of the multiplexer it came through. */
  readonly channel?: number
  /** The port that a log recorded elsewhere names before the line, where it holds several. */
  readonly port?: string
  /** Which modem it is, where a log recorded elsewhere tells of several one after the other: its heading, or a number. */
  readonly unit?: string
  /** It passed through the second AT port of the modem. */
  readonly second?: true
  /** No line end came: the port closed, or fell silent. */
  readonly unfinished?: true
  /** Set for a log recorded elsewhere that does not say the whole time. */
  readonly timed?: Timed
  /** Minutes that the clock of a log recorded elsewhere was ahead of UTC, where the log says so: its times are shown as it wrote them. */
  readonly zoneMin?: number
  /** Undefined where nobody knows the line. A row of the live log is explained when somebody looks at this. */
  readonly explanation?: Explanation | undefined
}

import type { Explanation } from '../at/knowledge'
import type { SlotName } from '../modem/slot-state'

/** What a row of the log is. `divider`: the port closed, vanished or returned. `noise`: octets nobody can read. */
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
  /** The answer came after its time-out. */
  readonly late?: boolean
  readonly explanation?: Explanation
}

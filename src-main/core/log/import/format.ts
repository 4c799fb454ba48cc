import type { EndingsOf } from '../../at/endings'
import type { SlotName } from '../../modem/slot-names'
import type { Words } from '../../words'
import type { RowDraft } from '../draft'
import type { Timed } from '../row'

/** When something happened, as the log says it. */
export interface Stamp {
  /** Milliseconds since 1970, since the start of the log, or since midnight. */
  readonly ms: number
  readonly timed?: Exclude<Timed, 'none'>
  /** Minutes ahead of UTC, where the log says it by a number. */
  readonly zoneMin?: number
  /** `ms` counts from the line before, not from the start. */
  readonly sinceLast?: true
}

/** What a line of a log recorded elsewhere holds. `port`: which of several ports of one log; `slot`: where it says so. */
export type ImportEvent = (
  | { readonly kind: 'bytes'; readonly dir: 'rx' | 'tx'; readonly bytes: Uint8Array }
  /** A whole line of letters: the same as its octets and a line end. `adjacent`: no empty line stands before it. */
  | {
      readonly kind: 'line'
      readonly dir: 'rx' | 'tx'
      readonly text: string
      readonly adjacent: boolean
    }
  /** No exchange with a modem: it passes through untouched. */
  | { readonly kind: 'text'; text: string }
  /** A program's own word for what came of the command that waits: `ok`, `fail`, `timeout`. */
  | { readonly kind: 'told'; readonly text: string; readonly result: 'OK' | 'ERROR' | 'TIMEOUT' }
  /** Decoded by the program that wrote the log. */
  | { readonly kind: 'row'; readonly row: RowDraft }
) & {
  stamp?: Stamp
  readonly port?: string
  readonly slot?: SlotName
  /** The port has this name in the log, and others are in it, too. */
  readonly portName?: string
  /** The log tells of several modems, and names this one so. */
  readonly unit?: string
}

/** Takes the lines of one log in their order. `end`: the line end as it stood in the file. */
export interface LogParser {
  line(text: string, end: string): ImportEvent[]
  /** What was held back for a line that did not come. */
  finish(): ImportEvent[]
}

/** One way in which programs write down an exchange with a modem. */
export interface LogFormat {
  readonly id: string
  readonly name: Words
  /** How many of these lines only this format writes; the highest count wins, and 0 is none of it. */
  detect(lines: readonly string[]): number
  /**
   * `endings`: what ends each command besides OK and its kin, from the catalogue. `first`: the first lines of the log, which
   * are given once more to be read.
   */
  parser(endings?: EndingsOf, first?: readonly string[]): LogParser
}

/** How many lines match one of the forms. */
export function matching(lines: readonly string[], ...forms: readonly RegExp[]): number {
  return lines.filter((line) => forms.some((form) => form.test(line))).length
}

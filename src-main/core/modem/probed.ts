import type { Words } from '../words'

/** What a port turned out to be. `left alone`: it was not opened, and why is in the words. */
export type Probed =
  | 'at'
  | 'nmea'
  | 'diag'
  | 'ppp'
  | 'cmux'
  | 'echo only'
  | 'text'
  | 'noise'
  | 'nothing'
  | 'left alone'
  | 'cannot open'

export interface ProbeResult {
  readonly path: string
  readonly found: Probed
  /** The speed at which it was understood; for `at` only. */
  readonly baudRate?: number
  /** The last of what was heard, control characters visible. */
  readonly seen: string
  readonly words: Words
  /** What came at each speed, where the speed was searched. */
  readonly speeds?: readonly SpeedTried[]
}
/** What was said on a port that was opened. */
export type Understood = Exclude<Probed, 'left alone' | 'cannot open'>

/** What came at one speed. */
export interface SpeedTried {
  readonly baudRate: number
  /** `cannot open`: the driver does not have it. */
  readonly found: Probed
  /** AT was answered, and nothing else came that is no text. */
  readonly clean: boolean
  /** The last of what was heard, control characters visible. */
  readonly seen: string
  readonly words: Words
}

/** What was heard of a port. */
export interface Talk {
  readonly found: Understood
  readonly seen: Uint8Array
  /** A multiplexer answered its close-down. */
  readonly closed: boolean
}

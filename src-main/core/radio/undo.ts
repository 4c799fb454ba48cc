import type { Words } from '../words'
import type { RadioItemId, RadioValue } from './item'

/** A change of a modem's radio that is neither kept nor taken back yet. */
export interface RadioUndo {
  /** When it goes back by itself; null: it does not, since the port or the program ended meanwhile, or going back failed. */
  readonly untilMs: number | null
  readonly writtenMs: number
  /** What was changed. */
  readonly differences: readonly Words[]
  /** Why going back failed. */
  readonly failed: Words | null
}

/** The way back, as it is kept until it is no longer needed. */
export interface WayBack {
  /** Whose it is: a digest of the IMEI. */
  readonly modem: string
  /** The port it was on, to be offered there at the next opening before anything is asked. */
  readonly path: string
  readonly family: string | null
  readonly writtenMs: number
  readonly differences: readonly Words[]
  readonly before: readonly { readonly item: RadioItemId; readonly value: RadioValue }[]
}

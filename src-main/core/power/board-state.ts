import type { LineLevel } from '../ports/gpio-adapter'
import type { Words } from '../words'
import type { BoardAbilities, BoardLineName, Wiring } from './board'
import type { Reading } from './evidence'
import type { PowerAction, PowerEntry, PowerResult } from './sequence'

/** One wired line of a board, as a window shows it. */
export interface BoardLineState {
  readonly name: BoardLineName
  readonly title: Words
  readonly dir: 'in' | 'out'
  readonly pin: number | string
  /** `unknown` until somebody read it, and after the adapter vanished. */
  readonly level: LineLevel
}

/** A power sequence of a slot: the one that runs, or the last one. */
export interface PowerSequenceState {
  readonly action: PowerAction
  readonly state: 'running' | PowerResult['outcome']
  readonly startedMs: number
  /** The story so far; the newest last. Long ones keep their end. */
  readonly entries: readonly PowerEntry[]
  readonly presses: number
  /** How it ended, once it has. */
  readonly result?: PowerResult
  /** Why it failed, and what to try. */
  readonly verdict?: {
    readonly code: string
    readonly meaning: Words
    readonly tries: readonly Words[]
  }
}

/** The adapter of a slot. `closed`: chosen, and opened at first use. */
export interface BoardAdapterState {
  readonly id: string
  readonly state: 'closed' | 'opening' | 'open' | 'gone' | 'failed'
  /** Why it failed. */
  readonly detail?: Words
  readonly warnings: readonly Words[]
}

/** The board of a slot, its lines, and what is known of its power. */
export interface BoardState {
  readonly id: string
  readonly name: string
  readonly modem: string
  readonly adapter: BoardAdapterState
  readonly wiring: Wiring
  readonly lines: readonly BoardLineState[]
  /** `by` tells whether it is measured (`status`) or inferred. */
  readonly reading: Reading
  readonly readingSinceMs: number
  readonly can: BoardAbilities
  readonly sequence: PowerSequenceState | null
  readonly warnings: readonly Words[]
  /** Chosen by the console itself, for a simulated modem. */
  readonly automatic: boolean
}

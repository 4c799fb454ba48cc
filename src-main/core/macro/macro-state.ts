import type { SeenLine } from '../words'

/** How far a macro has come on a slot, or how it ended. */
export interface MacroState {
  /** The macro's own id, and its name for people. */
  readonly id: string
  readonly name: string
  readonly state: 'running' | 'done' | 'failed' | 'stopped'
  /** The line of its text that is being carried out, or was last. */
  readonly line: number
  /** Steps done, of so many. */
  readonly done: number
  readonly steps: number
  /** What that line says, its variables filled in. */
  readonly text: string
  /** Commands that the modem refused so far; the macro went on. */
  readonly refused: number
  /** What the person is asked; null: nothing. */
  readonly question: string | null
  /** How often it has sounded: windows sound when it grows. */
  readonly beeps: number
  readonly startedMs: number
  readonly endedMs?: number
  /** Why it failed: a fault's code, and what was seen. */
  readonly fault?: { readonly code: string; readonly detail: SeenLine }
}

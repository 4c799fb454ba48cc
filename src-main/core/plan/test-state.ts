import type { SlotName } from '../modem/slot-names'
import type { Words } from '../words'
import type { Measured } from './judge'

export interface StepResult {
  readonly name: string
  readonly kind: string
  readonly title: Words
  /** `error`: the rig failed, or somebody stopped it; what the board can do was not seen. */
  readonly state: 'waiting' | 'running' | 'passed' | 'failed' | 'error' | 'skipped'
  /** How often it was begun. */
  readonly tries: number
  readonly ms: number
  readonly measured: readonly Measured[]
  /** What came of it, or why it was not tried. */
  readonly words: Words
  /** The code of the fault that ended it; absent: its values did, or it passed. */
  readonly fault?: string
  /** It was not tried since a step before failed as it had to: nothing is missing. */
  readonly excused?: true
}

/** A question that waits for a person. */
export interface OpenQuestion {
  readonly step: string
  readonly question: string
  /** A picture to compare with. */
  readonly image?: { readonly name: string; readonly sha256: string }
}

/** What is known of the board that is tested; identifiers as the plan wants them kept. */
export interface UnitFacts {
  readonly imei: string | null
  readonly iccid: string | null
  readonly model: string | null
  readonly firmware: string | null
  readonly operator: string | null
}
export const noFacts: UnitFacts = {
  imei: null,
  iccid: null,
  model: null,
  firmware: null,
  operator: null,
}

/** A test of one board, going on or over. */
export interface TestState {
  readonly slot: SlotName
  readonly plan: string
  /** The board's own; empty: none was given. */
  readonly serial: string
  /** `error`: the rig failed before the board could be judged, or the result could not be kept. */
  readonly state: 'running' | Verdict
  readonly startedMs: number
  readonly endedMs: number | null
  readonly steps: readonly StepResult[]
  readonly question: OpenQuestion | null
  readonly unit: UnitFacts
  /** The pictures that questions of the plan show: their names, and the SHA-256 of what was shown; absent: none. */
  readonly pictures?: { readonly [name: string]: string }
  /** The log of all octets. */
  readonly journal: string | null
  /** Of the program. */
  readonly version: string
}
export type Verdict = 'passed' | 'failed' | 'stopped' | 'error'
export const isOver = ({ state }: TestState): boolean => state !== 'running'

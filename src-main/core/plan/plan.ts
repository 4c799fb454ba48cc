import type { Words } from '../words'
import type { Limit } from './limit'

/** What a step of a test plan does: its kind, and the settings of that kind as they were read. Times in ms. */
export interface Doing {
  readonly kind: string
  readonly settings: { readonly [setting: string]: unknown }
}

export interface PlanStep {
  readonly name: string
  /** What its kind is called. */
  readonly title: Words
  readonly does: Doing
  /** Every value that it must tell. */
  readonly limits: readonly Limit[]
  /** Steps that must have passed; else this one is skipped. */
  readonly needs: readonly string[]
  /** How often it is tried again. */
  readonly retries: number
  readonly timeoutMs: number
  /** Carried out also after the plan has stopped, as to switch the board off. */
  readonly always: boolean
  /** A fault is planted that it must find: passing is its failure. */
  readonly mustFail?: boolean
}

/** A test of one board: steps in their order. */
export interface TestPlan {
  readonly name: string
  readonly steps: readonly PlanStep[]
  /** `first-failure`: the steps behind a failure are not tried. */
  readonly stop: 'first-failure' | 'never'
  readonly keep: { readonly imei: Kept; readonly iccid: Kept }
}
/** Whether an identifier is kept as it is, or with its middle hidden. */
export type Kept = 'whole' | 'masked'

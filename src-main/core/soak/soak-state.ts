import type { Words } from '../words'
import type { SoakPlan } from './plan'
import type { Anomaly, SoakSummary } from './tally'

/** Everything a window shows of a run. */
export interface SoakState {
  readonly id: string
  readonly name: string
  /** `draining`: the time is up, and what still waits is sent. */
  readonly state: 'running' | 'draining' | 'ended'
  readonly plan: SoakPlan
  readonly startedMs: number
  /** The live log reaches back so far: to the start of the run, or to its last resumption. */
  readonly logSinceMs: number
  readonly endsMs: number
  readonly nowMs: number
  /** 0 to 1. */
  readonly progress: number
  readonly leftMs: number
  /** Why it ended before its time, or that it is done. */
  readonly ended: 'done' | 'gap' | 'switches' | 'by-hand' | 'gave-up' | null
  readonly next: { readonly atMs: number; readonly words: Words } | null
  /** There is no service since; null: there is. */
  readonly downSinceMs: number | null
  readonly waiting: number
  readonly summary: SoakSummary
  /** The last 50. */
  readonly anomalies: readonly Anomaly[]
}

import type { Decision } from '../failover/decision'
import type { SlotName } from '../modem/slot-names'
import type { SeenLine } from '../words'
import type { SoakPlan } from './plan'

/** Why there was no service. */
export type GapCause = 'link' | 'upload' | 'not-running' | 'start'

/**
 * What happened in a run, in order: the run is these rows and nothing else, so that a report made after a crash is made
 * from the same facts. Times are epoch ms; `us` is the place in the log.
 */
export type SoakRow =
  | {
      readonly k: 'start'
      readonly ms: number
      readonly us: number
      readonly plan: SoakPlan
      readonly journal: string | null
    }
  /** The program started again; it was last alive at `lastMs`. */
  | {
      readonly k: 'resume'
      readonly ms: number
      readonly us: number
      readonly lastMs: number
      readonly journal: string | null
    }
  /** The journal was opened after the run had begun. */
  | { readonly k: 'journal'; readonly ms: number; readonly file: string }
  /** A value was measured and waits to be sent. */
  | { readonly k: 'due'; readonly n: number; readonly ms: number; readonly value: string }
  | {
      readonly k: 'sent'
      readonly n: number
      readonly ms: number
      readonly slot: SlotName
      readonly latencyMs: number
      readonly status: number | null
      /** Our address on the link, and the one the server says it saw. */
      readonly own: string | null
      readonly seenAs: string | null
    }
  | {
      readonly k: 'unsent'
      readonly n: number
      readonly ms: number
      readonly slot: SlotName
      readonly seen: string
    }
  /** Who has the traffic. */
  | { readonly k: 'traffic'; readonly ms: number; readonly slot: SlotName | null }
  /** No service since `fromMs`. */
  | {
      readonly k: 'down'
      readonly ms: number
      readonly us: number
      readonly fromMs: number
      readonly cause: GapCause
      readonly seen: SeenLine
    }
  | { readonly k: 'back'; readonly ms: number; readonly slot: SlotName }
  | { readonly k: 'decision'; readonly ms: number; readonly row: Decision }
  | {
      readonly k: 'sample'
      readonly ms: number
      readonly slot: SlotName
      readonly dbm: number | null
      readonly cell: string | null
      readonly operator: string | null
      /** Since the sample before. */
      readonly rx: number
      readonly tx: number
      readonly attaches: number
      /** Checks since the sample before, and how long the answered ones took. */
      readonly probes: number
      readonly rttMs: readonly number[]
    }
  | {
      readonly k: 'fault'
      readonly ms: number
      readonly us: number
      readonly slot: SlotName
      readonly fault: string
      /** What went wrong with the injection itself. */
      readonly failed: string | null
    }
  | { readonly k: 'anomaly'; readonly ms: number; readonly us: number; readonly seen: SeenLine }
  | {
      readonly k: 'end'
      readonly ms: number
      readonly why: 'done' | 'gap' | 'switches' | 'by-hand' | 'gave-up'
    }

import type { SlotName } from '../modem/slot-names'

/** What is sent again and again over whoever has the traffic. */
export interface UploadPlan {
  readonly kind: 'get' | 'post' | 'ping'
  /** An http URL, or the host of a ping. */
  readonly target: string
  readonly everyMs: number
  readonly timeoutMs: number
}

/** A fault to inject, and when after the start of the run. */
export interface PlannedFault {
  readonly atMs: number
  readonly everyMs: number | null
  readonly slot: SlotName
  /**
   * With hardware: one of `hardwareFaults`. On a simulated modem also each of its
   * knobs: `cut-session`, `lose-cells=on`, `crash`, …
   */
  readonly fault: string
  readonly value: string | null
  /** What a person has to do, for `by-hand`. */
  readonly note: string | null
}

export interface SoakGoal {
  /** Share of the time with service, in percent. */
  readonly availabilityPct: number
  readonly longestGapMs: number
}

export interface SoakPlan {
  readonly name: string
  readonly durationMs: number
  readonly upload: UploadPlan
  /** Signal, cell and octets of each slot are taken down so often. */
  readonly sampleMs: number
  readonly faults: readonly PlannedFault[]
  readonly stop: {
    /** A gap that lasts so long ends the run. */
    readonly gapMs: number | null
    readonly switches: number | null
  }
  readonly goal: SoakGoal
}

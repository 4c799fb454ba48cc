import { Fault } from '../fault'
import type { Clock } from '../ports/clock'
import { faultWords } from './faults'
import type { PlannedFault, SoakPlan } from './plan'
import type { SoakRow } from './rows'
import type { SoakState } from './soak-state'
import { endOfRun } from './words'

/** What the faults of a run need of it. */
export interface FaultRun {
  readonly clock: Clock
  readonly startedMs: () => number
  /** Runs it after so long, unless the run is over by then; one timer a name. */
  readonly at: (name: string, ms: number, run: () => void) => void
  /** Rejects where it could not be done. */
  readonly inject: (fault: PlannedFault) => Promise<void>
  readonly row: (row: SoakRow) => void
  readonly report: (error: unknown) => void
}

/** The faults of a plan, each at its time, once or again and again. */
export class FaultSchedule {
  readonly #plan: SoakPlan
  readonly #run: FaultRun

  constructor(plan: SoakPlan, run: FaultRun) {
    this.#plan = plan
    this.#run = run
  }

  begin(): void {
    this.#plan.faults.forEach((fault, index) => this.#planned(fault, index, fault.atMs))
  }
  #planned(fault: PlannedFault, index: number, atMs: number): void {
    const { clock, startedMs } = this.#run
    const waitMs = startedMs() + atMs - clock.nowMs()
    const { everyMs } = fault
    if (waitMs < 0) {
      // Its time passed while the program did not run.
      if (everyMs !== null)
        this.#planned(fault, index, atMs + everyMs * Math.ceil(-waitMs / everyMs))
      return
    }
    if (atMs >= this.#plan.durationMs) return
    this.#run.at(`fault ${index}`, waitMs, () => {
      this.#inject(fault).catch((error: unknown) => this.#run.report(error))
      if (everyMs !== null) this.#planned(fault, index, atMs + everyMs)
    })
  }
  async #inject(fault: PlannedFault): Promise<void> {
    const { clock } = this.#run
    const now = { ms: clock.nowMs(), us: clock.monotonicUs() }
    const name = fault.value === null ? fault.fault : `${fault.fault}=${fault.value}`
    const row = { k: 'fault', ...now, slot: fault.slot, fault: name } as const
    try {
      await this.#run.inject(fault)
      this.#run.row({ ...row, failed: null })
    } catch (error) {
      if (!(error instanceof Fault)) this.#run.report(error)
      this.#run.row({ ...row, failed: error instanceof Error ? error.message : String(error) })
    }
  }

  /** What comes next: a fault, or the end of the run. */
  next(nowMs: number): SoakState['next'] {
    const startedMs = this.#run.startedMs()
    const passedMs = nowMs - startedMs
    const faults = this.#plan.faults.map((fault) => ({
      atMs: startedMs + nextAt(fault.atMs, fault.everyMs, passedMs),
      words: faultWords(fault),
    }))
    const end = { atMs: startedMs + this.#plan.durationMs, words: endOfRun }
    const coming = [...faults, end].filter(({ atMs }) => atMs > nowMs && atMs <= end.atMs)
    return coming.sort((one, two) => one.atMs - two.atMs)[0] ?? null
  }
}

/** When a fault comes next: once, or again and again. */
function nextAt(atMs: number, everyMs: number | null, passedMs: number): number {
  if (everyMs === null || passedMs < atMs) return atMs
  return atMs + everyMs * (Math.floor((passedMs - atMs) / everyMs) + 1)
}

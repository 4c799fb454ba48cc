import type { Words } from '@core/words'
import type { Alerts } from '@bench/alerts/alerts'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { SignalMarkers } from '@bench/signal/signal-marks'
import type { PortInfo } from '@contract'
import { awakeAgain, begins, sleptFor } from './words'

/** What of the bench is needed here. */
export interface SleepParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly marks: SignalMarkers
  readonly alerts: Pick<Alerts, 'awake'>
  readonly listPorts: () => Promise<readonly PortInfo[]>
}

const ended = (ms: number | undefined): Words => (ms === undefined ? awakeAgain : sleptFor(ms))

/** Sleep of the computer as a gap that the log, its journal and the charts show; behind it the ports are looked at again. */
export class Sleep {
  readonly #bench: SleepParts
  #sinceMs: number | undefined

  constructor(bench: SleepParts) {
    this.#bench = bench
  }

  /** The system is about to sleep. */
  begin(): void {
    this.#sinceMs ??= this.#bench.environment.clock.nowMs()
    this.#tell(begins)
  }

  /** The system is awake, whether it said before that it would sleep or not. */
  async end(): Promise<void> {
    const since = this.#sinceMs
    this.#sinceMs = undefined
    const { clock } = this.#bench.environment
    const words = ended(since === undefined ? undefined : clock.nowMs() - since)
    this.#tell(words)
    this.#bench.alerts.awake()
    await this.#bench.listPorts()
  }

  #tell(words: Words): void {
    const { slots, marks } = this.#bench
    for (const slot of Object.values(slots)) {
      if (slot.state.port === null) continue
      slot.recorder.divider(words)
      marks.slept(slot.name, words)
    }
  }
}

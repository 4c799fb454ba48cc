import type { Cancel, Clock } from '../ports/clock'
import { activeSeconds, tauSeconds } from '../radio/gprs-timers'
import type { PowerSaving } from './saving'

interface Parts {
  readonly clock: Clock
  readonly saving: () => PowerSaving
  readonly registered: () => boolean
  /** A call keeps the radio busy. */
  readonly busy: () => boolean
  readonly sleep: (ms: number) => void
}

/**
 * T3324 (3GPP TS 24.301, 5.3.11): from the last traffic on a modem that was granted PSM listens so long, then it sleeps until the
 * periodic TAU. Commands on the AT port are no traffic.
 */
export class PsmTimer {
  readonly #parts: Parts
  #timer: Cancel | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }
  /** There was traffic, or what was asked for is something else now. */
  restart(): void {
    this.stop()
    const granted = this.#parts.saving().granted
    const active = granted && activeSeconds(granted.active)
    if (active === undefined || !this.#parts.registered()) return
    this.#timer = this.#parts.clock.schedule(active * 1000, () => {
      if (this.#parts.busy()) this.restart()
      else this.#parts.sleep(this.sleepMs())
    })
  }
  /** Until the periodic TAU. */
  sleepMs(): number {
    const { tau } = this.#parts.saving()
    return (tauSeconds(tau) ?? 3600) * 1000
  }
  stop(): void {
    this.#timer?.()
    this.#timer = undefined
  }
}

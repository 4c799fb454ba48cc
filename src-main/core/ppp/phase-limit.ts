import type { Cancel, Clock } from '../ports/clock'
import type { LinkPhase } from './link-types'
import type { PppTimers } from './timers'

/** Ends a phase that lasts too long, whatever the peer keeps saying. */
export class PhaseLimit {
  readonly #clock: Clock
  readonly #timers: PppTimers
  #phase: Cancel | undefined
  #total: Cancel | undefined

  constructor(clock: Clock, timers: PppTimers) {
    this.#clock = clock
    this.#timers = timers
  }

  /** The link begins: limits all phases together. */
  begin(late: () => void): void {
    this.#total = this.#clock.schedule(this.#timers.totalLimitMs, late)
  }

  /** The link is up: the total does not matter any more. */
  arrived(): void {
    this.#total?.()
    this.#total = undefined
  }

  enter(phase: LinkPhase, late: () => void): void {
    this.#phase?.()
    const ms = this.#limitMs(phase)
    this.#phase = ms === undefined ? undefined : this.#clock.schedule(ms, late)
  }

  #limitMs(phase: LinkPhase): number | undefined {
    switch (phase) {
      case 'establish':
        return this.#timers.establishLimitMs
      case 'authenticate':
        return this.#timers.authenticateLimitMs
      case 'network':
        return this.#timers.networkLimitMs
      case 'terminate':
        return this.#timers.restartMs * (this.#timers.maxTerminate + 1)
      case 'open':
      case 'dead':
        return undefined
      default:
        return phase satisfies never
    }
  }
}

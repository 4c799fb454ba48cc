import type { Cancel, Clock } from '../ports/clock'

export interface EchoOptions {
  readonly clock: Clock
  readonly intervalMs: number
  readonly failures: number
  send(): void
  dead(unanswered: number): void
}

/**
 * Asks the peer again and again whether it is there. Unanswered requests count only after a first reply was
 * seen: modems exist that answer no echo on a good link (MC7455).
 */
export class EchoKeeper {
  readonly #o: EchoOptions
  #cancel: Cancel | undefined
  #unanswered = 0
  #everAnswered = false

  constructor(options: EchoOptions) {
    this.#o = options
  }

  start(): void {
    this.stop()
    this.#unanswered = 0
    if (this.#o.intervalMs > 0) this.#again()
  }

  #again(): void {
    this.#cancel = this.#o.clock.schedule(this.#o.intervalMs, () => {
      if (this.#everAnswered && this.#unanswered >= this.#o.failures)
        return this.#o.dead(this.#unanswered)
      this.#unanswered++
      this.#again()
      this.#o.send()
    })
  }

  answered(): void {
    this.#everAnswered = true
    this.#unanswered = 0
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}

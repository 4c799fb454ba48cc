import type { Clock } from '@core/ports/clock'

/** How many octets the other side still takes; who wants more waits for it. */
export class Credit {
  #free = 0
  #window = 0
  #over = false
  #waiting: (() => void) | undefined

  /** Octets handed over and not yet taken by the modem's UART. */
  get outstanding(): number {
    return Math.max(0, this.#window - this.#free)
  }
  reset(window: number): void {
    this.#window = window
    this.#free = window
    this.#wake()
  }
  give(count: number): void {
    this.#free += count
    this.#wake()
  }
  end(): void {
    this.#over = true
    this.#wake()
  }

  /** Takes up to `wanted` octets' worth, at least one; 0 when there was none within `ms`, or it is over. */
  async take(wanted: number, clock: Clock, ms: number): Promise<number> {
    if (this.#free === 0 && !this.#over) await this.#change(clock, ms)
    if (this.#over) return 0
    const count = Math.min(wanted, this.#free)
    this.#free -= count
    return count
  }

  #change(clock: Clock, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel()
        this.#waiting = undefined
        resolve()
      }
      const cancel = clock.schedule(Math.max(0, ms), done)
      this.#waiting = done
    })
  }
  #wake(): void {
    // A window of nothing wakes nobody: the bridge is being restarted, and the deadline goes on.
    if (this.#free > 0 || this.#over) this.#waiting?.()
  }
}

import type { Clock } from '@core/ports/clock'
import { expectWithin, type Expectation } from '@core/wait'

/** Lines that come by themselves while a socket is open: octets wait, or the other side has closed it. */
export class Arrivals {
  readonly #clock: Clock
  #open: { waiting: RegExp; closed: RegExp; came: boolean; ended: boolean } | undefined
  #next: Expectation<void> | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }
  hear(line: string): void {
    const open = this.#open
    if (!open) return
    if (open.waiting.test(line)) open.came = true
    if (open.closed.test(line)) open.ended = true
    if (open.came || open.ended) this.#next?.resolve()
  }
  expect(waiting: RegExp, closed: RegExp) {
    const open = { waiting, closed, came: false, ended: false }
    this.#open = open
    return {
      get closed() {
        return open.ended
      },
      /** Resolves when octets wait, and after `ms` at the latest; rejects when it is cancelled. */
      next: async (ms: number, signal: AbortSignal): Promise<void> => {
        if (!open.came && !open.ended) {
          const next = expectWithin<void>(this.#clock, ms, { code: 'at-timeout' }, signal)
          this.#next = next
          await next.promise.catch((error: unknown) => {
            if (signal.aborted) throw error
          })
        }
        open.came = false
      },
    }
  }
}

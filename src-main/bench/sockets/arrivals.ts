import type { Clock } from '@core/ports/clock'
import { expectWithin, type Expectation } from '@core/wait'

/** Lines of a message and of what comes between them. */
const mostLines = 50

/** Lines that come by themselves while a socket is open: octets wait, or the other side has closed it. */
export class Arrivals {
  readonly #clock: Clock
  #open:
    | { waiting: RegExp; closed: RegExp; came: boolean; ended: boolean; lines: string[] }
    | undefined
  #next: Expectation<void> | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }
  hear(line: string): void {
    const open = this.#open
    if (!open) return
    open.lines.push(line)
    if (open.lines.length > mostLines) open.lines.shift()
    if (open.waiting.test(line)) open.came = true
    if (open.closed.test(line)) open.ended = true
    if (open.came || open.ended) this.#next?.resolve()
  }
  expect(waiting: RegExp, closed: RegExp) {
    const open = { waiting, closed, came: false, ended: false, lines: new Array<string>() }
    this.#open = open
    return {
      get closed() {
        return open.ended
      },
      /** What came since it was asked for, up to the line that told; asking takes it. */
      take: (): readonly string[] => open.lines.splice(0),
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

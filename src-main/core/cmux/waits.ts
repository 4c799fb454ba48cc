import type { Clock } from '../ports/clock'
import { cancelled } from '../wait'
import { Fault } from '../fault'

interface Waiting<T> {
  readonly key: string
  settle(value: T | undefined): void
}

/** Answers somebody waits for, by key; each wait has a limit and a cancel, and `endAll` leaves none behind. */
export class Waits<T> {
  readonly #clock: Clock
  #waiting: Waiting<T>[] = []
  #ended = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The answer, or undefined when `ms` passed or everything ended. Rejects when the signal is aborted. */
  wait(key: string, ms: number, signal?: AbortSignal): Promise<T | undefined> {
    const stopped = cancelled(signal)
    if (stopped) return Promise.reject(stopped)
    if (this.#ended) return Promise.resolve(undefined)
    return new Promise((resolve, reject) => {
      const leave = () => {
        cancelTimer()
        signal?.removeEventListener('abort', stop)
        this.#waiting = this.#waiting.filter((other) => other !== waiting)
      }
      const waiting: Waiting<T> = {
        key,
        settle: (value) => {
          leave()
          resolve(value)
        },
      }
      const stop = () => {
        leave()
        reject(cancelled(signal) ?? new Fault('at-cancelled'))
      }
      const cancelTimer = this.#clock.schedule(ms, () => waiting.settle(undefined))
      signal?.addEventListener('abort', stop, { once: true })
      this.#waiting.push(waiting)
    })
  }

  get ended(): boolean {
    return this.#ended
  }

  has(key: string): boolean {
    return this.#waiting.some((waiting) => waiting.key === key)
  }

  /** Gives the answer to everyone who waits for this key. False when nobody did. */
  settle(key: string, value: T): boolean {
    return this.settleWhere((waiting) => waiting === key, value)
  }

  settleWhere(matches: (key: string) => boolean, value: T): boolean {
    const found = this.#waiting.filter(({ key }) => matches(key))
    for (const waiting of found) waiting.settle(value)
    return found.length > 0
  }

  endAll(): void {
    this.#ended = true
    for (const waiting of [...this.#waiting]) waiting.settle(undefined)
  }
}

import { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import { quoted } from '@core/words'
import { adapterSilent } from './words'

const answerMs = 5000

/** One exchange with a device at a time, each with a limit, so that a silent device blocks nothing for ever. */
export class Turns {
  readonly #clock: Clock
  readonly #what: string
  readonly #pending = new Set<(fault: Fault) => void>()
  #last: Promise<unknown> = Promise.resolve()
  #over: Fault | undefined
  constructor(clock: Clock, what: string) {
    this.#clock = clock
    this.#what = what
  }
  /** True once the device is gone. */
  get over(): boolean {
    return this.#over !== undefined
  }
  /** Runs when those before are done. `extraMs`: how long the work may take beyond an answer. */
  take<T>(work: () => Promise<T>, extraMs = 0): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#over) return reject(this.#over)
      this.#pending.add(reject)
      const turn = this.#last.then(() => {
        if (this.#over) throw this.#over
        return this.#limited(work, extraMs)
      })
      this.#last = turn.then(
        () => undefined,
        () => undefined,
      )
      turn
        .then(resolve, (error: unknown) => reject(asAdapterFault(error, this.#what)))
        .finally(() => this.#pending.delete(reject))
    })
  }
  /** The device is gone: whoever waits is told now. */
  end(fault: Fault): void {
    this.#over = fault
    for (const reject of [...this.#pending]) reject(fault)
    this.#pending.clear()
  }
  #limited<T>(work: () => Promise<T>, extraMs: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const stop = this.#clock.schedule(answerMs + extraMs, () =>
        reject(new Fault('adapter-failed', adapterSilent(this.#what, answerMs))),
      )
      work().then(resolve, reject).finally(stop)
    })
  }
}

/** Any error as a Fault; what already is one stays. */
export function asAdapterFault(error: unknown, what: string): Fault {
  if (error instanceof Fault) return error
  const text = error instanceof Error ? error.message : String(error)
  return new Fault('adapter-failed', quoted(`${what}: ${text}`), { cause: error })
}

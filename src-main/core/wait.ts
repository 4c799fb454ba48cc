import type { SeenLine } from './words'
import { Fault, type FaultCode } from './fault'
import type { Clock } from './ports/clock'

/** Rejects as soon as the signal is aborted; with `at-cancelled` unless the signal carries a Fault of its own. */
export function cancelled(signal: AbortSignal | undefined): Fault | undefined {
  if (!signal?.aborted) return undefined
  return signal.reason instanceof Fault ? signal.reason : new Fault('at-cancelled')
}

/** Resolves after `ms`; rejects at once when the signal is aborted. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const already = cancelled(signal)
    if (already) {
      reject(already)
      return
    }
    const stop = () => {
      cancel()
      reject(cancelled(signal) ?? new Fault('at-cancelled'))
    }
    const cancel = clock.schedule(ms, () => {
      signal?.removeEventListener('abort', stop)
      resolve()
    })
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** A promise somebody else settles: the way to wait for an event with a deadline and a cancel. */
export interface Expectation<T> {
  readonly promise: Promise<T>
  resolve(value: T): void
  reject(error: Fault): void
}

/** Waits for `resolve` to be called, at most `ms`, then rejects with the fault given. */
export function expectWithin<T>(
  clock: Clock,
  ms: number,
  late: { code: FaultCode; detail?: SeenLine },
  signal?: AbortSignal,
): Expectation<T> {
  let settle: { resolve(value: T): void; reject(error: Fault): void } | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  let done = false
  const finish = (act: () => void) => {
    if (done) return
    done = true
    cancelTimer()
    signal?.removeEventListener('abort', stop)
    act()
  }
  const stop = () => finish(() => settle?.reject(cancelled(signal) ?? new Fault('at-cancelled')))
  const cancelTimer = clock.schedule(ms, () =>
    finish(() => settle?.reject(new Fault(late.code, late.detail))),
  )
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  return {
    promise,
    resolve: (value) => finish(() => settle?.resolve(value)),
    reject: (error) => finish(() => settle?.reject(error)),
  }
}

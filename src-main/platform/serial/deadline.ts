import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import { notWithin } from './words'

/**
 * The promise, or `Fault('port-failed')` after `ms`. What it was waiting for goes on; `late` gets its value should it
 * still come, to undo it.
 */
export function within<T>(
  ms: number,
  promise: Promise<T>,
  what: Words,
  late?: (value: T) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false
    const timer = setTimeout(() => {
      over = true
      reject(new Fault('port-failed', notWithin(what, ms)))
    }, ms)
    promise.then(
      (value) => {
        clearTimeout(timer)
        if (over) late?.(value)
        else resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}

/** Resolves after `ms`, or when the promise settles, whichever is first. Never rejects. */
export function atMost(ms: number, promise: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    promise.then(done, done)
  })
}

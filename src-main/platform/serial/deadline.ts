import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import { notWithin } from './words'

/**
 * Calls `over` after `ms`, counted in turns that this program has had: a computer that was busy or asleep, or a program that was stopped, uses
 * up no more than one of them, so that what was done meanwhile is seen first. Returns what ends the count.
 */
function afterTurns(ms: number, over: () => void): () => void {
  const turns = 20
  let left = turns
  let timer: NodeJS.Timeout
  const next = () => {
    timer = setTimeout(() => (--left > 0 ? next() : over()), ms / turns)
  }
  next()
  return () => clearTimeout(timer)
}

/**
 * The promise, or `Fault('port-failed')` after `ms` of this program's own time. What it was waiting for goes on; `late` gets its value
 * should it still come, to undo it.
 */
export function within<T>(
  ms: number,
  promise: Promise<T>,
  what: Words,
  late?: (value: T) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false
    const stop = afterTurns(ms, () => {
      over = true
      reject(new Fault('port-failed', notWithin(what, ms)))
    })
    promise.then(
      (value) => {
        stop()
        if (over) late?.(value)
        else resolve(value)
      },
      (error: unknown) => {
        stop()
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

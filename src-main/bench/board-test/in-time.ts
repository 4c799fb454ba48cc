import type { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import { cancelled } from '@core/wait'

/** Work that is given up after a time, with what that says of the board. */
export async function inTime<T>(
  clock: Clock,
  ms: number,
  stop: AbortSignal,
  late: () => Fault,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController()
  const unplan = clock.schedule(ms, () => over.abort(late()))
  const signal = AbortSignal.any([stop, over.signal])
  try {
    return await work(signal)
  } catch (error) {
    // Whatever the work says of being given up, the reason is the one to tell.
    throw cancelled(signal) ?? error
  } finally {
    unplan()
  }
}

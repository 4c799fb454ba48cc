import { PerformanceObserver } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { endOverLimit, hardLimitMib, overLimit } from '@platform/threads/heap-limit'

let stop = () => {}
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

/** Held until the next: what nobody could see would not be made at all. */
let held: unknown
const waste = () => {
  held = Array.from({ length: 10_000 }, (_, at) => ({ at, before: typeof held }))
}

test('a thread ends itself when more is alive than its limit', async () => {
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
  stop = endOverLimit(hardLimitMib(1))
  while (exit.mock.calls.length === 0) {
    waste()
    await setImmediate()
  }
  expect(exit).toHaveBeenCalledWith(overLimit)
})

test('a thread with a limit above what is alive goes on', async () => {
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
  stop = endOverLimit(hardLimitMib(8_192))
  let collected = 0
  const watch = new PerformanceObserver((list) => (collected += list.getEntries().length))
  watch.observe({ entryTypes: ['gc'] })
  while (collected < 3) {
    waste()
    await setImmediate()
  }
  watch.disconnect()
  expect(exit).not.toHaveBeenCalled()
})

import { PerformanceObserver } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { endOverLimit, hardLimitMib, overLimit } from '@platform/threads/heap-limit'

const limits = vi.hoisted(() => ({ maxOldGenerationSizeMb: 0 }))
vi.mock('node:worker_threads', async (original) => ({
  ...(await original<object>()),
  resourceLimits: limits,
}))

let stop = () => {}
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

const waste = () => Array.from({ length: 10_000 }, (_, at) => ({ at }))

test('a thread ends itself when more is alive than its limit', async () => {
  limits.maxOldGenerationSizeMb = hardLimitMib(1)
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
  stop = endOverLimit()
  while (exit.mock.calls.length === 0) {
    waste()
    await setImmediate()
  }
  expect(exit).toHaveBeenCalledWith(overLimit)
})

test('a thread with a limit above what is alive goes on', async () => {
  limits.maxOldGenerationSizeMb = hardLimitMib(8_192)
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
  stop = endOverLimit()
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

import { expect, test } from 'vitest'
import type { Late } from '@core/ports/lateness'
import { watchLoop } from '@platform/clock/loop-watch'

test('a loop that is held up is told, with how long', async () => {
  let stop = () => {}
  const late = new Promise<Late>((resolve) => {
    stop = watchLoop(resolve)
  })
  const until = performance.now() + 1_300
  while (performance.now() < until);
  const { ms, cpuMs } = await late
  stop()
  expect(ms).toBeGreaterThanOrEqual(1_000)
  expect(cpuMs).toBeGreaterThan(0)
})

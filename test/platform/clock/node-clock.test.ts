import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('runs once after the time asked for, unless it was taken back', () => {
  const runs: string[] = []
  nodeClock.schedule(100, () => runs.push('kept'))
  const cancel = nodeClock.schedule(100, () => runs.push('cancelled'))
  cancel()
  cancel()
  vi.advanceTimersByTime(99)
  expect(runs).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(runs).toEqual(['kept'])
})

test('waits longer than a Node timer can', () => {
  let ran = false
  const days = 40 * 24 * 3600 * 1000
  nodeClock.schedule(days, () => (ran = true))
  vi.advanceTimersByTime(days - 1)
  expect(ran).toBe(false)
  vi.advanceTimersByTime(1)
  expect(ran).toBe(true)
})

test('monotonic time never steps back', () => {
  vi.useRealTimers()
  const times = Array.from({ length: 1000 }, () => nodeClock.monotonicUs())
  expect([...times].sort((a, b) => a - b)).toEqual(times)
})

test('chance stays in [0, 1)', () => {
  const numbers = Array.from({ length: 1000 }, () => nodeChance.next())
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
  expect(new Set(numbers).size).toBe(1000)
})

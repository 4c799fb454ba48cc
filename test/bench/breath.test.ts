import { expect, test } from 'vitest'
import { breathing } from '@bench/breath'
import type { Clock } from '@core/ports/clock'

/** A clock that a reader moves; others have their turn whenever it is asked to wait. */
function slowReader() {
  let us = 0
  const turns: number[] = []
  const clock: Clock = {
    nowMs: () => us / 1000,
    monotonicUs: () => us,
    schedule: (_ms, run) => {
      turns.push(us)
      queueMicrotask(run)
      return () => undefined
    },
  }
  return { clock, turns, work: (forUs: number) => (us += forUs) }
}

test('long work over rows gives others their turn every few milliseconds, and loses no row', async () => {
  const { clock, turns, work } = slowReader()
  const read: number[] = []
  for await (const row of breathing(
    Array.from({ length: 1000 }, (_, i) => i),
    clock,
  )) {
    work(1_000)
    read.push(row)
  }
  expect(read).toHaveLength(1000)
  expect(turns.length).toBeGreaterThan(50)
  const gaps = turns.map((at, i) => at - (turns[i - 1] ?? 0))
  expect(Math.max(...gaps)).toBeLessThan(20_000)
})

test('quick work is not held up', async () => {
  const { clock, turns, work } = slowReader()
  for await (const row of breathing([1, 2, 3], clock)) work(row)
  expect(turns).toEqual([])
})

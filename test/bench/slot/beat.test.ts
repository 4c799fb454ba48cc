import { expect, test } from 'vitest'
import { Beat } from '@bench/slot/beat'
import { ManualClock } from '../../support/manual-clock'

const intervalMs = 10_000

test('the first round comes after the interval', () => {
  expect(new Beat(new ManualClock()).untilNextMs(intervalMs)).toBe(intervalMs)
})

test('a slot that is opened later has its rounds with the other, and none sooner than after half of the interval', async () => {
  const clock = new ManualClock()
  const beat = new Beat(clock)
  beat.untilNextMs(intervalMs)
  const rounds: number[] = []
  for (const openedMs of [3_000, 8_000, 10_400, 27_000]) {
    await clock.advance(openedMs - clock.monotonicUs() / 1000)
    rounds.push(openedMs + beat.untilNextMs(intervalMs))
  }
  expect(rounds).toEqual([10_000, 20_000, 20_000, 40_000])
})
